import { fold, Locale, type TagConcept, type TagGraph } from '@wilma/domain';

/** A tag whose words a text holds. */
export interface SuggestedTag {
  /** Id of the tag. */
  readonly tag: string;
  /** Above 0, at most 1. */
  readonly score: number;
  /** The words of the text that speak for it, as they are written there. */
  readonly evidence: string;
}

/** A label or synonym. */
interface Phrase {
  readonly tag: string;
  readonly text: string;
  readonly locale: Locale;
  readonly preferred: boolean;
}

/** Where a text holds a phrase, in UTF-16 units. */
interface Mention {
  readonly phrase: Phrase;
  readonly from: number;
  readonly evidence: string;
}

interface Word {
  readonly from: number;
  readonly to: number;
  /** Without case and umlaut. */
  readonly plain: string;
  /** Without the usual endings of plurals and cases, too: "Bäume" and "Baum" meet. */
  readonly stem: string;
}

interface PhraseIndex {
  readonly byKey: ReadonlyMap<string, readonly Phrase[]>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What may stand between two words of one phrase. */
const GAP = /^(?:[\s\p{Pd}/]{1,3}|[.'’&]|\s&\s)$/u;
const ENDINGS = ['ern', 'en', 'er', 'es', 'em', 'e', 'n', 's'];
/** A stem is never shorter, so that "Eis" and "Ei" stay apart. */
const SHORTEST_STEM = 4;
/** Taken only as it is written: "IT" is no "it". */
const ABBREVIATION = /^[\p{Lu}\p{N}]{1,3}$/u;
const CAPITAL = /^\p{Lu}/u;
const ONE_CAPITAL_WORD = /^\p{Lu}\S*$/u;
/** A shorter word of the other language is more often another word of this one. */
const SHORTEST_FOREIGN = 6;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const plain = fold(word).replaceAll(/([aou])e/g, '$1');
    return { from: index, to: index + word.length, plain, stem: stemOf(plain) };
  });
}

function stemOf(plain: string): string {
  const whole = plain.replace(/ies$/, 'y');
  const ending = ENDINGS.find(
    (one) => whole.endsWith(one) && whole.length - one.length >= SHORTEST_STEM,
  );
  return ending === undefined ? whole : whole.slice(0, -ending.length);
}

/** By what words meet a phrase: each by its stem, or all of them written as one. */
function keysOf(words: readonly Word[]): string[] {
  const apart = words.map(({ stem }) => stem).join(' ');
  const before = words.slice(0, -1).map(({ plain }) => plain);
  return [...new Set([apart, before.join('') + (words.at(-1)?.stem ?? '')])];
}

const indexes = new WeakMap<TagGraph, PhraseIndex>();

function indexOf(graph: TagGraph): PhraseIndex {
  const known = indexes.get(graph);
  if (known !== undefined) return known;
  const byKey = new Map<string, Phrase[]>();
  let longest = 0;
  for (const phrase of [...graph.all()].flatMap(phrasesOf)) {
    const words = wordsOf(phrase.text);
    longest = Math.max(longest, words.length);
    for (const key of keysOf(words)) byKey.set(key, [...(byKey.get(key) ?? []), phrase]);
  }
  const index = { byKey, longest };
  indexes.set(graph, index);
  return index;
}

const phrasesOf = ({ id, label, synonyms }: TagConcept): Phrase[] =>
  Object.values(Locale).flatMap((locale) =>
    [label[locale], ...synonyms[locale]].map((text, position) => ({
      tag: id,
      text,
      locale,
      preferred: position === 0,
    })),
  );

/** Every mention of a phrase; where several begin at one word, the longest. */
function mentionsIn(text: string, { byKey, longest }: PhraseIndex): Mention[] {
  const words = wordsOf(text);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const found = longestAt(text, words.slice(at, at + longest), byKey);
    mentions.push(...found.mentions);
    at += found.words;
  }
  return mentions;
}

function longestAt(
  text: string,
  words: readonly Word[],
  byKey: PhraseIndex['byKey'],
): { readonly mentions: Mention[]; readonly words: number } {
  for (let length = unbroken(text, words); length > 0; length -= 1) {
    const span = words.slice(0, length);
    const from = span[0]?.from ?? 0;
    const evidence = text.slice(from, span.at(-1)?.to);
    const mentions = keysOf(span)
      .flatMap((key) => byKey.get(key) ?? [])
      .filter((phrase) => isMeant(phrase, evidence))
      .map((phrase) => ({ phrase, from, evidence }));
    if (mentions.length > 0) return { mentions, words: length };
  }
  return { mentions: [], words: 1 };
}

/**
 * Whether it is more than a chance: abbreviations are written as such, and where a German noun has
 * another ending or vowel it has its capital, so that "sagen" is no "Säge".
 */
function isMeant({ text, locale }: Phrase, evidence: string): boolean {
  if (ABBREVIATION.test(text)) return evidence === text;
  const isNoun = locale === 'de' && ONE_CAPITAL_WORD.test(text);
  return !isNoun || CAPITAL.test(evidence) || fold(evidence) === fold(text);
}

/** How many words follow each other without the end of a sentence or the like. */
function unbroken(text: string, words: readonly Word[]): number {
  const end = words.findIndex((word, index) => {
    const next = words[index + 1];
    return next === undefined || !GAP.test(text.slice(word.to, next.from));
  });
  return end + 1;
}

function depthOf(graph: TagGraph, tag: string): number {
  const seen = new Set<string>();
  let level = [tag];
  for (let depth = 0; ; depth += 1) {
    if (level.length === 0 || level.some((id) => graph.isRoot(id))) return depth;
    level = level.flatMap((id) => graph.broader(id)).filter((id) => !seen.has(id) && seen.add(id));
  }
}

/**
 * Tags whose label or synonym stands in the text, best first. A tag counts for more the more
 * special it is (a root .4, each level below it .2 more, up to 1), the earlier it is mentioned, the
 * more often, and by its label in the text's own language rather than by another word.
 */
export function suggestTags(
  graph: TagGraph,
  text: string,
  { locale, first }: { readonly locale: Locale; readonly first: number },
): SuggestedTag[] {
  const byTag = new Map<string, Mention[]>();
  for (const mention of mentionsIn(text, indexOf(graph))) {
    if (isStray(mention, locale)) continue;
    const { tag } = mention.phrase;
    byTag.set(tag, [...(byTag.get(tag) ?? []), mention]);
  }
  return [...byTag]
    .map(([tag, mentions]) => {
      const special = Math.min(1, 0.4 + 0.2 * depthOf(graph, tag));
      const [earliest] = mentions;
      const early = 1 - (earliest?.from ?? 0) / Math.max(1, text.length);
      const often = 1 - 1 / new Set(mentions.map(({ from }) => from)).size;
      const worded = Math.max(...mentions.map(({ phrase }) => wordingOf(phrase, locale)));
      const score = special * worded * (0.6 + 0.2 * early + 0.2 * often);
      return { tag, score: Math.round(score * 1000) / 1000, evidence: earliest?.evidence ?? '' };
    })
    .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1))
    .slice(0, first);
}

const isStray = ({ phrase, evidence }: Mention, locale: Locale): boolean =>
  phrase.locale !== locale && !ABBREVIATION.test(phrase.text) && evidence.length < SHORTEST_FOREIGN;

const wordingOf = (phrase: Phrase, locale: Locale): number =>
  (phrase.preferred ? 1 : 0.9) * (phrase.locale === locale ? 1 : 0.8);
