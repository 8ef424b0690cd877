// The vocabulary as it lies in its files.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = new URL('../../libs/taxonomy/data/', import.meta.url);

/** Concepts as `TagGraph` takes them. */
export function readConcepts() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parse(readFileSync(new URL(file, folder), 'utf8')))
    .map(({ id, de, en, synonyms, broader = [], related = [] }) => ({
      id,
      label: { de, en },
      synonyms: { de: synonyms?.de ?? [], en: synonyms?.en ?? [] },
      broader,
      related,
    }));
}
