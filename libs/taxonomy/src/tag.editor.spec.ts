import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FieldProblem, TagConcept } from '@wilma/domain';
import { TestDatabase } from '@wilma/testing';
import { actor, ON_STAGE, type TaxonomyProcess, TaxonomyStage } from './tag-life.fixture.js';
import type { TagService } from './tag.service.js';
import { readVocabulary } from './vocabulary-file.js';
import { loadConcepts, type LoadReport } from './vocabulary.loader.js';

let stage: TaxonomyStage;
let here: TaxonomyProcess;

beforeAll(async () => {
  stage = await TaxonomyStage.set(await TestDatabase.create());
  here = await stage.startProcess();
});

afterAll(() => stage.close());

const curator = actor('COORDINATOR', 2);
let words = 0;
const aWord = (): string => `Neues Wort ${String((words += 1))}`;
const suggest = (word = aWord()) => here.tags.suggest(actor('MEMBER'), word, 'de');
const refusedWith = (...fields: Partial<FieldProblem>[]) => ({ code: 'BAD_USER_INPUT', fields });

async function anApprovedTag(word?: string): Promise<string> {
  const { id } = await suggest(word);
  await here.tags.move(curator, id, 'approve');
  return id;
}

const edit = async (id: string, patch: Parameters<TagService['edit']>[2]) => {
  const { version } = (await here.vocabulary.find(id)) ?? { version: 0 };
  return here.tags.edit(curator, [id, version], patch);
};
const graph = () => here.vocabulary.graph();

describe('a new label', () => {
  it('leaves the former one as a synonym', async () => {
    const id = await anApprovedTag();
    const { words: before, version } = (await here.vocabulary.find(id)) ?? {
      words: [],
      version: 0,
    };
    const label = `Besser ${id}`;
    const renamed = await here.tags.rename(curator, [id, version], label, 'de');
    expect(renamed).toMatchObject({ wordsBy: 'CURATOR', version: version + 1 });
    const concept = (await here.vocabulary.current()).concept(id);
    expect(concept?.label.de).toBe(label);
    expect(concept?.synonyms.de).toEqual([before[0]?.text]);
    expect((await stage.eventsOf(id)).at(-1)).toBe('tag.renamed');
  });

  it('that only differs in spelling takes the place of the former one', async () => {
    const word = aWord();
    const { id } = await suggest(word);
    await here.tags.rename(curator, [id, 1], word.replace(' ', '-'), 'de');
    expect((await here.vocabulary.current()).ownWords(id, 'de')).toEqual({
      label: word.replace(' ', '-'),
      synonyms: [],
      inherited: [],
    });
  });

  it('is refused where it means another tag, and to whoever read an older version', async () => {
    const { id } = await suggest();
    await expect(here.tags.rename(curator, [id, 1], 'WASSERSTOFF', 'de')).rejects.toMatchObject(
      refusedWith({
        path: 'label.de',
        problem: 'wordTaken',
        values: { word: 'WASSERSTOFF', tag: 'Wasserstoff' },
      }),
    );
    const stale = here.tags.rename(curator, [id, 2], 'Ganz anders', 'de');
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await stage.eventsOf(id)).toEqual(['tag.suggested']);
  });
});

describe('editing', () => {
  it('changes words in both languages, and says what of them', async () => {
    const { id } = await suggest('Granulieren');
    await edit(id, { label: { en: 'Granulating' }, synonyms: { de: ['Körnen', 'Körnen '] } });
    await edit(id, { synonyms: { en: ['pelletising', 'Granulating'] } });
    const concept = (await here.vocabulary.current()).concept(id);
    expect(concept).toMatchObject({
      label: { de: 'Granulieren', en: 'Granulating' },
      synonyms: { de: ['Körnen'], en: ['pelletising'] },
    });
    expect(await stage.eventsOf(id)).toEqual(['tag.suggested', 'tag.renamed', 'tag.edited']);
  });

  it('changes nothing where nothing changes', async () => {
    const id = await anApprovedTag();
    const before = await here.vocabulary.find(id);
    await edit(id, { synonyms: { de: [] }, broader: [] });
    expect(await here.vocabulary.find(id)).toEqual(before);
  });

  it('puts a tag below others, and takes it away', async () => {
    const id = await anApprovedTag();
    await edit(id, { broader: ['hydrogen', 'glass-melting'] });
    expect([...(await graph()).broader(id)].sort()).toEqual(['glass-melting', 'hydrogen']);
    expect((await graph()).narrower('hydrogen')).toContain(id);
    await edit(id, { broader: ['hydrogen'] });
    expect((await graph()).broader(id)).toEqual(['hydrogen']);
    const events = await stage.eventsOf(id);
    expect(events.slice(-2)).toEqual(['tag.moved', 'tag.moved']);
  });

  it('relates two tags in both directions, and unrelates them from either side', async () => {
    const [one, other] = [await anApprovedTag(), await anApprovedTag()];
    await edit(one, { related: [other] });
    expect([(await graph()).related(one), (await graph()).related(other)]).toEqual([
      [other],
      [one],
    ]);
    await edit(other, { related: [] });
    expect((await graph()).related(one)).toEqual([]);
  });

  it('refuses what would stand below itself, at any distance', async () => {
    const [top, middle, low] = [
      await anApprovedTag(),
      await anApprovedTag(),
      await anApprovedTag(),
    ];
    await edit(middle, { broader: [top] });
    await edit(low, { broader: [middle] });
    const circle = refusedWith({ problem: 'tagCircle' });
    await expect(edit(top, { broader: [low] })).rejects.toMatchObject(circle);
    await expect(edit(top, { broader: [top] })).rejects.toMatchObject(circle);
    expect((await graph()).broader(top)).toEqual([]);
  });

  it('refuses unknown relatives and words of others, each with its place', async () => {
    const id = await anApprovedTag();
    await expect(edit(id, { broader: ['hydrogen', 'nowhere'] })).rejects.toMatchObject(
      refusedWith({ path: 'broader.1', problem: 'unknownTag' }),
    );
    await expect(edit(id, { synonyms: { de: ['frei', 'h2'] } })).rejects.toMatchObject(
      refusedWith({ path: 'synonyms.de.1', problem: 'wordTaken' }),
    );
  });
});

describe('loading the files again', () => {
  const load = (concepts: readonly TagConcept[]): Promise<LoadReport> =>
    here.database.transaction((tx) => loadConcepts(tx, concepts));
  const heard = () => here.vocabulary.refresh();
  const concept = (id: string, more: Partial<TagConcept> = {}): TagConcept => ({
    id,
    label: { de: `${id} de`, en: `${id} en` },
    synonyms: { de: [], en: [] },
    broader: [],
    related: [],
    ...more,
  });

  it('changes nothing where the files did not', async () => {
    await edit('hydrogen', { synonyms: { de: ['Glaswaren aller Art'] } });
    const before = await here.vocabulary.refresh();
    const files = (await readVocabulary()).filter(({ id }) => ON_STAGE.includes(id));
    expect(await load(files)).toEqual({ added: 0, known: [], moved: [] });
    const after = await here.vocabulary.refresh();
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(after.all()).toEqual(before.all());
  });

  it('brings new words and relations, and tells whose relations changed', async () => {
    await load([concept('load-a'), concept('load-b', { broader: ['load-a'] })]);
    const report = await load([
      concept('load-a', { synonyms: { de: ['Neu'], en: [] } }),
      concept('load-b', { related: ['load-a'] }),
      concept('load-c', { broader: ['load-a'] }),
    ]);
    expect(report).toEqual({ added: 1, known: [], moved: ['load-b'] });
    await heard();
    expect((await graph()).get('load-a')?.synonyms.de).toEqual(['Neu']);
    expect((await graph()).narrower('load-a')).toEqual(['load-c']);
    expect((await graph()).related('load-b')).toEqual(['load-a']);
  });

  it('leaves the words and the relations that a curator changed, each by itself', async () => {
    const file = (n: number) => [
      concept('kept-a'),
      concept('kept-b', { label: { de: `Datei ${String(n)}`, en: `File ${String(n)}` } }),
      concept('kept-c', { broader: n === 1 ? ['kept-a'] : [], related: ['kept-b'] }),
    ];
    await load(file(1));
    await heard();
    await edit('kept-b', { label: { de: 'Besser' } });
    await edit('kept-c', { broader: ['kept-b'] });
    await load(file(2));
    await heard();
    expect((await graph()).get('kept-b')?.label).toEqual({ de: 'Besser', en: 'File 1' });
    expect((await graph()).broader('kept-c')).toEqual(['kept-b']);
    await edit('kept-a', { synonyms: { de: ['Ein Wort mehr'] } });
    await load([concept('kept-a', { broader: ['kept-b'] }), ...file(3).slice(1)]);
    await heard();
    expect((await graph()).broader('kept-a')).toEqual(['kept-b']);
  });

  it('leaves what a curator related or took apart from the other side', async () => {
    const files = [concept('pair-a', { related: ['pair-b'] }), concept('pair-b')];
    await load(files);
    await heard();
    await edit('pair-b', { related: [] });
    await load(files);
    await heard();
    expect((await graph()).related('pair-a')).toEqual([]);
  });

  it('leaves tags deprecated, and suggestions undecided', async () => {
    await load([concept('gone')]);
    await heard();
    await here.tags.move(curator, 'gone', 'deprecate');
    const { id } = await suggest('Schwebend');
    await load([concept('gone', { label: { de: 'Fort', en: 'Gone' } }), concept(id)]);
    expect((await here.vocabulary.refresh()).get('gone')?.state).toBe('DEPRECATED');
    expect((await here.vocabulary.find(id))?.state).toBe('SUGGESTED');
    expect((await here.vocabulary.current()).labelOf(id, 'de')).toBe('Schwebend');
  });

  it('leaves a word with the tag that curators gave it to', async () => {
    const tag = await anApprovedTag('Feldsolar');
    await edit(tag, { synonyms: { de: ['Solaracker'] } });
    const report = await load([
      concept('field-solar', { label: { de: 'feldsolar', en: 'Field solar' } }),
      concept('farming', { synonyms: { de: ['SOLARACKER', 'Ackerbau neu'], en: [] } }),
      concept('solar-fence', { broader: ['field-solar'] }),
    ]);
    expect(report).toMatchObject({ added: 2, known: ['field-solar'] });
    await heard();
    expect((await graph()).get('farming')?.synonyms.de).toEqual(['Ackerbau neu']);
    expect((await graph()).broader('solar-fence')).toEqual([tag]);
    expect((await here.vocabulary.current()).meaningOf('solaracker')?.id).toBe(tag);
  });

  it('gives way where the files and a curator put two tags below each other', async () => {
    await load([concept('circle-a'), concept('circle-b')]);
    await heard();
    await edit('circle-a', { broader: ['circle-b'] });
    await load([concept('circle-a'), concept('circle-b', { broader: ['circle-a'] })]);
    await heard();
    expect((await graph()).broader('circle-a')).toEqual(['circle-b']);
    expect((await graph()).broader('circle-b')).toEqual([]);
  });
});
