import { badInput, type FieldProblem, Locale } from '@wilma/domain';
import type { Tx } from '@wilma/platform';
import { In } from 'typeorm';
import { squash } from './tag-search.js';
import { Tag, TagLabel, TagRelation } from './tag.entity.js';
import type { TagPatch } from './tag.input.js';
import type { OwnWords, StoredTag, Vocabulary } from './vocabulary.js';

const LOCALES = Object.values(Locale);

/** Writes the words of a tag as a patch wants them. @returns what of them changed */
export async function editWords(
  tx: Tx,
  vocabulary: Vocabulary,
  tag: StoredTag,
  patch: TagPatch,
): Promise<'label' | 'nothing' | 'synonyms'> {
  const wanted = LOCALES.map((locale) => {
    const own = vocabulary.ownWords(tag.id, locale);
    return { locale, own, words: wordsOf(own, patch, locale) };
  });
  const problems = wanted.flatMap(({ locale, words }) =>
    takenWords(vocabulary, tag, { locale, ...words }),
  );
  if (problems.length > 0) throw badInput(...problems);

  const changed = wanted.filter(({ own, words }) => keyOf(own) !== keyOf(words));
  for (const { locale, words } of changed) {
    await tx.delete(TagLabel, { tagId: tag.id, locale });
    await tx.insert(TagLabel, rowsOf(tag.id, locale, words));
  }
  if (changed.length === 0) return 'nothing';
  await tx.update(Tag, { id: tag.id }, { wordsBy: 'CURATOR' });
  return changed.some(({ own, words }) => own.label !== words.label) ? 'label' : 'synonyms';
}

/** Writes what stands above a tag and beside it. @returns whether anything changed */
export async function editRelations(
  tx: Tx,
  vocabulary: Vocabulary,
  tag: StoredTag,
  patch: TagPatch,
): Promise<boolean> {
  const broader = resolveAll(vocabulary, tag, { path: 'broader', ids: patch.broader });
  const related = resolveAll(vocabulary, tag, { path: 'related', ids: patch.related });
  const isBroader = broader !== null && (await setBroader(tx, vocabulary, tag, broader));
  const isRelated = related !== null && (await setRelated(tx, vocabulary, tag, related));
  return isBroader || isRelated;
}

type Words = Pick<OwnWords, 'label' | 'synonyms'>;

const keyOf = ({ label, synonyms }: Words): string => JSON.stringify([label, [...synonyms].sort()]);

/** What merged tags brought along needs no saying, nor what is the label or stands there twice. */
function wordsOf(own: OwnWords, patch: TagPatch, locale: Locale): Words {
  const label = patch.label?.[locale] ?? own.label;
  const seen = new Set([label ?? '', ...own.inherited].map(squash));
  const synonyms = (patch.synonyms?.[locale] ?? own.synonyms).filter((text) => {
    const isNew = !seen.has(squash(text));
    seen.add(squash(text));
    return isNew;
  });
  return { label, synonyms };
}

/** A word means one tag in a language. */
function takenWords(
  vocabulary: Vocabulary,
  tag: StoredTag,
  { locale, label, synonyms }: Words & { readonly locale: Locale },
): FieldProblem[] {
  const problemAt = (path: string, word: string): FieldProblem[] => {
    const owner = vocabulary.meaningOf(word, locale);
    if (owner === undefined || owner.id === tag.id) return [];
    const name = vocabulary.concept(owner.id)?.label[locale] ?? owner.id;
    return [{ path, problem: 'wordTaken', values: { word, tag: name } }];
  };
  return [
    ...(label === null ? [] : problemAt(`label.${locale}`, label)),
    ...synonyms.flatMap((word, at) => problemAt(`synonyms.${locale}.${String(at)}`, word)),
  ];
}

export const rowsOf = (
  tagId: string,
  locale: Locale,
  { label, synonyms }: Words,
): Pick<TagLabel, 'locale' | 'preferred' | 'tagId' | 'text'>[] => [
  ...(label === null ? [] : [{ tagId, locale, text: label, preferred: true }]),
  ...synonyms.map((text) => ({ tagId, locale, text, preferred: false })),
];

/** @returns the tags that the ids stand for, each once, or null where none are given */
function resolveAll(
  vocabulary: Vocabulary,
  tag: StoredTag,
  { path, ids }: { readonly path: string; readonly ids: readonly string[] | null | undefined },
): string[] | null {
  if (ids === null || ids === undefined) return null;
  const problems = ids.flatMap((id, at): FieldProblem[] => {
    const other = vocabulary.resolve(id);
    if (other === undefined) return [{ path: `${path}.${String(at)}`, problem: 'unknownTag' }];
    return other.id === tag.id ? [{ path: `${path}.${String(at)}`, problem: 'tagCircle' }] : [];
  });
  if (problems.length > 0) throw badInput(...problems);
  return [...new Set(ids.flatMap((id) => vocabulary.resolve(id)?.id ?? []))];
}

async function setBroader(
  tx: Tx,
  vocabulary: Vocabulary,
  tag: StoredTag,
  wanted: readonly string[],
): Promise<boolean> {
  const stored = new Set(tag.broader.map((id) => vocabulary.resolve(id)?.id ?? id));
  if (stored.size === wanted.length && wanted.every((id) => stored.has(id))) return false;
  await tx.delete(TagRelation, { tagId: tag.id, kind: 'BROADER' });
  await tx.insert(TagRelation, rowsTo(tag.id, wanted, 'BROADER'));
  await tx.update(Tag, { id: tag.id }, { relationsBy: 'CURATOR' });
  return true;
}

/** That two tags are related is written once, at either of them, or at what was merged into them. */
async function setRelated(
  tx: Tx,
  vocabulary: Vocabulary,
  tag: StoredTag,
  wanted: readonly string[],
): Promise<boolean> {
  const idOf = (id: string): string => vocabulary.resolve(id)?.id ?? id;
  const pairs = vocabulary.all().flatMap(({ id, related }) =>
    related
      .map((otherId) => ({ tagId: id, otherId, ends: [idOf(id), idOf(otherId)] }))
      .filter(({ ends: [one, other] }) => (one === tag.id) !== (other === tag.id))
      .map((pair) => ({ ...pair, far: pair.ends.find((end) => end !== tag.id) ?? '' })),
  );
  const gone = pairs.filter(({ far }) => !wanted.includes(far));
  const known = new Set(pairs.map(({ far }) => far));
  const fresh = wanted.filter((id) => !known.has(id));
  for (const { tagId, otherId } of gone) {
    await tx.delete(TagRelation, { tagId, otherId, kind: 'RELATED' });
  }
  await tx.insert(TagRelation, rowsTo(tag.id, fresh, 'RELATED'));
  // Else the files would bring back what was taken away.
  const touched = [...new Set([...gone.map(({ tagId }) => tagId), ...(fresh[0] ? [tag.id] : [])])];
  if (touched.length > 0) await tx.update(Tag, { id: In(touched) }, { relationsBy: 'CURATOR' });
  return touched.length > 0;
}

const rowsTo = (
  tagId: string,
  others: readonly string[],
  kind: TagRelation['kind'],
): Pick<TagRelation, 'kind' | 'otherId' | 'tagId'>[] =>
  others.map((otherId) => ({ tagId, otherId, kind }));
