import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TagConcept, TagGraph } from '@wilma/domain';
import { parse } from 'yaml';
import { vocabularyFigures, vocabularyProblems } from './vocabulary-check.js';
import { readVocabulary, VOCABULARY_FOLDER, type VocabularyEntry } from './vocabulary-file.js';

const concepts = await readVocabulary();
const figures = vocabularyFigures(concepts);

/** The fields of the region's economy and research that somebody could look for. */
const FIELDS = [
  'artificial-intelligence',
  'business',
  'chemistry-and-plastics',
  'construction',
  'cybersecurity',
  'digitalisation',
  'education-and-skills',
  'electronics-and-sensors',
  'energy',
  'food-and-agriculture',
  'forestry-and-wood',
  'glass-and-ceramics',
  'health-and-care',
  'law',
  'mechanical-engineering',
  'metal-and-lightweight',
  'mining',
  'mobility-and-logistics',
  'production',
  'robotics-and-automation',
  'sorbian',
  'start-ups',
  'textiles',
  'tourism-and-culture',
  'water-and-environment',
];

describe('the vocabulary', () => {
  it('keeps its own rules', () => {
    expect(vocabularyProblems(concepts)).toEqual([]);
  });

  it('covers the region with at least 640 concepts in these fields', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(640);
    expect(figures.map(({ field }) => field)).toEqual(FIELDS);
  });

  it.each(figures)(
    '$field: $concepts concepts, synonyms $synonyms.de de and $synonyms.en en, $notations notations',
    ({ concepts: inField, synonyms, notations }) => {
      expect(inField).toBeGreaterThanOrEqual(15);
      expect(synonyms.de).toBeGreaterThanOrEqual(3 * inField);
      expect(synonyms.en).toBeGreaterThanOrEqual(2 * inField);
      expect(notations).toBeGreaterThanOrEqual(inField / 2);
    },
  );

  it('keeps each field in a file of its own, the root first and of the same name', async () => {
    const graph = new TagGraph(concepts);
    const fieldOf = (id: string): string => {
      const [first] = graph.broader(id);
      return first === undefined ? id : fieldOf(first);
    };
    const files = (await readdir(VOCABULARY_FOLDER)).filter((name) => name.endsWith('.yaml'));
    for (const file of files) {
      const text = await readFile(new URL(file, VOCABULARY_FOLDER), 'utf8');
      const inFile = (parse(text) as { id: string }[]).map(({ id }) => id);
      const field = file.replace('.yaml', '');
      expect([file, inFile[0]]).toEqual([file, field]);
      expect([file, inFile.filter((id) => fieldOf(id) !== field)]).toEqual([file, []]);
    }
  });
});

describe('vocabularyProblems', () => {
  const concept = (id: string, changes: Partial<TagConcept> = {}): TagConcept => ({
    id,
    label: { de: id, en: id },
    synonyms: { de: [`${id} zwei`], en: [`${id} two`] },
    broader: [],
    related: [],
    ...changes,
  });
  const under = (id: string, ...broader: string[]): TagConcept => concept(id, { broader });
  const said = (id: string, ...de: string[]): TagConcept =>
    concept(id, { synonyms: { de, en: [`${id} two`] } });

  it('finds none where all is well', () => {
    expect(vocabularyProblems([concept('a'), under('b', 'a'), under('c', 'a', 'b')])).toEqual([]);
  });

  it.each<[string, TagConcept[], string]>([
    ['an id twice', [concept('a'), concept('a')], 'a: stands twice'],
    ['an unknown relative', [under('b', 'a')], 'b: no other concept is called a'],
    ['itself as relative', [concept('a', { related: ['a'] })], 'a: no other concept is called a'],
    [
      'a relation from both sides',
      [concept('a', { related: ['b'] }), concept('b', { related: ['a'] })],
      'a – b: told twice',
    ],
    ['a circle', [under('a', 'b'), under('b', 'a')], 'a: no root leads to it'],
    [
      'a circle below a root',
      [concept('r'), under('a', 'b', 'r'), under('b', 'a')],
      'a: deeper than 4 levels',
    ],
    [
      'a fifth level',
      [concept('a'), under('b', 'a'), under('c', 'b'), under('d', 'c'), under('e', 'd')],
      'e: deeper than 4 levels',
    ],
    ['no synonym', [said('a')], 'a: no synonym (de)'],
    [
      'a word of two concepts, however it is spelled',
      [said('a', 'E-Mobilität'), said('b', 'emobilitaet')],
      'b: "emobilitaet" stands at a already (de)',
    ],
    [
      'a spelling that is found anyway',
      [said('a', '3-D-Druck', '3D-Druck')],
      'a: "3D-Druck" stands at a already (de)',
    ],
  ])('tells of %s', (_what, wrong, problem) => {
    expect(vocabularyProblems(wrong)).toContain(problem);
  });
});

describe('readVocabulary', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vocabulary-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(text: string): Promise<VocabularyEntry[]> {
    await writeFile(join(folder, 'field.yaml'), text);
    return readVocabulary(pathToFileURL(`${folder}/`));
  }

  it('fills in what an entry leaves out', async () => {
    expect(await read('- { id: energy, de: Energie, en: Energy, fewSynonyms: none }')).toEqual([
      {
        id: 'energy',
        label: { de: 'Energie', en: 'Energy' },
        synonyms: { de: [], en: [] },
        fewSynonyms: 'none',
        broader: [],
        related: [],
      },
    ]);
  });

  const entry = (rest: string, de = '[B, C]'): string =>
    `- { id: a, de: A, en: A, synonyms: { de: ${de} }${rest} }`;

  it('takes fewer than two German synonyms for a reason', async () => {
    await expect(read(entry(', fewSynonyms: proper name', '[B]'))).resolves.toHaveLength(1);
    await expect(read(entry(''))).resolves.toHaveLength(1);
  });

  it.each([
    ['a missing label', '- { id: a, de: A, synonyms: { de: [B, C] } }'],
    ['an empty label', '- { id: a, de: A, en: " ", synonyms: { de: [B, C] } }'],
    ['a misspelled key', entry(', boarder: [b]')],
    ['an id that is no kebab case', entry('').replace('id: a', 'id: A_1')],
    ['a synonym that YAML takes for a number', entry('', '[B, 5]')],
    ['one German synonym and no reason', entry('', '[B]')],
    ['a reason for few synonyms that are not few', entry(', fewSynonyms: proper name')],
    ['a section that the editions of the WZ do not share', entry(', notation: { wz: K }')],
    ['a code that the DFG cannot have', entry(", notation: { dfg: '44-3' }")],
    ['no list', 'energy: Energie'],
  ])('refuses %s', async (_what, text) => {
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
