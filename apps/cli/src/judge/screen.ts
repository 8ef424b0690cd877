import { type Locale, NAMES } from '@wilma/domain';
import type { Collection, CollectionDocument } from '../evaluation/collection.js';
import { current, type Session } from './session.js';
import { JUDGE_WORDS } from './words.js';

/** What is shown of a pair: no score, no owner, and nothing that tells which ranker found it. */
export function screenOf(session: Session, collection: Collection, locale: Locale): string {
  const words = JUDGE_WORDS[locale];
  const pair = current(session);
  const find = (from: readonly CollectionDocument[], id?: string) =>
    from.find((document) => document.id === id);
  const [need, offer] = [find(collection.needs, pair?.need), find(collection.offers, pair?.offer)];
  if (need === undefined || offer === undefined) return '';
  return [
    words.progress(session.judged.length, session.pool.length),
    '',
    ...described(words.need, need, collection, locale),
    '',
    ...described(words.offer, offer, collection, locale),
    '',
    words.keys,
    '',
  ].join('\n');
}

function described(
  heading: string,
  { title, text, tags, forms, trl }: CollectionDocument,
  collection: Collection,
  locale: Locale,
): string[] {
  const words = JUDGE_WORDS[locale];
  const labelOf = (id: string): string => {
    const labels = collection.tags.find((tag) => tag.id === id)?.labels;
    return labels?.[locale] ?? labels?.de ?? labels?.en ?? id;
  };
  const facts = [
    ...(forms.length === 0
      ? []
      : [`${words.forms}: ${forms.map((form) => NAMES[locale].form[form]).join(', ')}`]),
    ...(trl === null || trl === undefined ? [] : [`TRL ${String(trl)}`]),
  ];
  return [
    `${heading}: ${printable(title)}`,
    printable(text),
    `${words.tags}: ${printable(tags.map(labelOf).join(', '))}`,
    ...facts,
  ];
}

/** What people wrote must not steer the terminal. */
const printable = (text: string): string => text.replace(/[^\P{C}\n]/gu, '');
