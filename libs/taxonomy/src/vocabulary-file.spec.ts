import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Locale, type TagConcept, TagGraph } from '@wilma/domain';
import { parse } from 'yaml';
import { fold } from './tag-search.js';
import { readVocabulary, VOCABULARY_FOLDER } from './vocabulary-file.js';

const concepts = await readVocabulary();
const graph = new TagGraph(concepts);
const ids = concepts.map(({ id }) => id);
const roots = ids.filter((id) => graph.isRoot(id));
const wordsOf = ({ label, synonyms }: TagConcept, locale: Locale): string[] => [
  label[locale],
  ...synonyms[locale],
];

/** What stands in a list more than once. */
const repeated = (list: readonly string[]): string[] =>
  list.filter((one, index) => list.indexOf(one) < index);

/** The longest way from a concept up to a root, both counted; endless for a circle. */
function depthOf(id: string, below: readonly string[] = []): number {
  if (below.includes(id)) return Infinity;
  return 1 + Math.max(0, ...graph.broader(id).map((parent) => depthOf(parent, [...below, id])));
}

describe('the vocabulary', () => {
  it('covers the region with at least 150 concepts in at most 25 fields', () => {
    expect(ids.length).toBeGreaterThanOrEqual(150);
    expect(roots.length).toBeLessThanOrEqual(25);
    expect(repeated(ids)).toEqual([]);
  });

  it.each(Object.values(Locale))('has a label and synonyms for each concept (%s)', (locale) => {
    const bare = concepts.filter((one) => wordsOf(one, locale).length < 2).map(({ id }) => id);
    expect(bare).toEqual([]);
  });

  it.each(Object.values(Locale))('has each word once, however it is spelled (%s)', (locale) => {
    expect(repeated(concepts.flatMap((one) => wordsOf(one, locale).map(fold)))).toEqual([]);
  });

  it('names only concepts that exist, and none as its own relative', () => {
    const named = concepts.flatMap(({ id, broader, related }) =>
      [...broader, ...related].map((other) => [id, other] as const),
    );
    expect(named.filter(([id, other]) => !graph.has(other) || other === id)).toEqual([]);
  });

  it('has no circle and is four levels deep at most', () => {
    expect(ids.filter((id) => depthOf(id) > 4)).toEqual([]);
  });

  it('is reached from its roots, all of it', () => {
    expect(graph.withNarrower(roots).sort()).toEqual([...ids].sort());
  });

  it('tells each relation once', () => {
    const broader = concepts.flatMap(({ id, broader }) => broader.map((other) => [id, other]));
    const related = concepts.flatMap(({ id, related }) => related.map((other) => [id, other]));
    const pairs = [...broader, ...related].map((pair) => [...pair].sort().join(' – '));
    expect(repeated(pairs)).toEqual([]);
  });

  it('keeps each field in a file of its own, the root first and of the same name', async () => {
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

describe('readVocabulary', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vocabulary-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(text: string): Promise<TagConcept[]> {
    await writeFile(join(folder, 'field.yaml'), text);
    return readVocabulary(pathToFileURL(`${folder}/`));
  }

  it('fills in what an entry leaves out', async () => {
    expect(await read('- { id: energy, de: Energie, en: Energy }')).toEqual([
      {
        id: 'energy',
        label: { de: 'Energie', en: 'Energy' },
        synonyms: { de: [], en: [] },
        broader: [],
        related: [],
      },
    ]);
  });

  it.each([
    ['a missing label', '- { id: energy, de: Energie }'],
    ['an empty label', '- { id: energy, de: Energie, en: " " }'],
    ['a misspelled key', '- { id: energy, de: Energie, en: Energy, boarder: [a] }'],
    ['an id that is no kebab case', '- { id: Energy_1, de: Energie, en: Energy }'],
    ['a synonym that YAML takes for a number', '- { id: a, de: A, en: A, synonyms: { de: [5] } }'],
    ['no list', 'energy: Energie'],
  ])('refuses %s', async (_what, text) => {
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
