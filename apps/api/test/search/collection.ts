import { readFile } from 'node:fs/promises';
import type { CooperationForm, District, Locale, PostingKind, Visibility } from '@wilma/domain';
import { buildOrganisation, buildPosting, type TestDatabase } from '@wilma/testing';
import { parse } from 'yaml';

/** A posting of the collection that the search is tried on. */
export interface CollectionPosting {
  readonly key: string;
  readonly kind: PostingKind;
  readonly language?: Locale;
  readonly visibility?: Visibility;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly forms?: readonly CooperationForm[];
  readonly district: District;
}

/** What somebody types, and the posting that must come within the first so many. */
export interface CollectionQuery {
  readonly search: string;
  readonly kind: PostingKind;
  readonly find: string;
  readonly within: number;
  readonly why: string;
}

const read = async (name: string): Promise<unknown> =>
  parse(await readFile(new URL(name, import.meta.url), 'utf8'));

export const POSTINGS = (await read('postings.yaml')) as readonly CollectionPosting[];
export const QUERIES = (await read('queries.yaml')) as readonly CollectionQuery[];

/** Publishes the collection. Resolves with the ids by key. */
export async function buildCollection(
  database: TestDatabase,
  postings = POSTINGS,
): Promise<ReadonlyMap<string, string>> {
  const company = await buildOrganisation(database);
  const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  const ids = new Map<string, string>();
  for (const { key, kind, forms, ...posting } of postings) {
    const id = await buildPosting(database, kind, {
      ...posting,
      organisation: kind === 'NEED' ? company : university,
      cooperationForms: forms ?? ['CONTRACT_RESEARCH'],
    });
    ids.set(key, id);
  }
  return ids;
}
