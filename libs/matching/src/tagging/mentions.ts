import { fold, type Locale } from '@wilma/domain';
import { analyse, type TextWord } from '../text/analysis.js';
import type { CompoundSplitter } from '../text/compound-splitter.js';
import { cognateOf } from './cognate.js';
import type { Phrase, PhraseIndex } from './phrase-index.js';

/**
 * How words speak for a phrase: as it is written but for endings; the same words in another order
 * or with others between them; as the last part of a compound; as another part of one.
 */
export type MentionKind = 'EXACT' | 'HEAD' | 'LOOSE' | 'MODIFIER';

export interface Mention {
  readonly phrase: Phrase;
  readonly kind: MentionKind;
  /** Words of the text, by their number, both included. */
  readonly first: number;
  readonly last: number;
}

/** A text as the tagger reads it. */
export interface ReadText {
  readonly text: string;
  readonly locale: Locale;
  readonly words: readonly TextWord[];
  /** By word: the number of its sentence. */
  readonly sentences: readonly number[];
  /** How many words stand before the first empty line, where a title is. */
  readonly titleWords: number;
}

/** Where an atom stands. */
interface Place {
  readonly word: number;
  readonly kind: 'HEAD' | 'MODIFIER' | 'WHOLE';
}

/** Of a phrase in a text; more do not make it more of a subject. */
const MOST_MENTIONS = 50;
/** Words that may stand between those of a phrase, for each word after its first. */
const BETWEEN = 2;
const SENTENCE_END = /[.!?;:]|\n\s*\n/;
/** Before it stands the title, where a text has one. */
const TITLE_END = /\n\s*\n/;
const CAPITAL = /^\p{Lu}/u;
const ONE_CAPITAL_WORD = /^\p{Lu}\S*$/u;
/** A shorter word of the other language is more often another word of this one. */
const SHORTEST_FOREIGN = 5;

export function readText(text: string, locale: Locale, splitter: CompoundSplitter): ReadText {
  const words = analyse(text, { locale, splitter });
  let sentence = 0;
  const sentences = words.map(({ from }, index) => {
    const gap = text.slice(words[index - 1]?.to ?? from, from);
    if (SENTENCE_END.test(gap)) sentence += 1;
    return sentence;
  });
  const line = text.search(TITLE_END);
  const titleWords = line < 0 ? 0 : words.filter(({ from }) => from < line).length;
  return { text, locale, words, sentences, titleWords };
}

/** Every mention of a phrase of the vocabulary, by tag. */
export function mentionsIn(read: ReadText, index: PhraseIndex): Map<string, Mention[]> {
  const places = placesOf(read, index);
  const found = new Map<string, Mention[]>();
  for (const atom of places.keys()) {
    for (const phrase of index.anchoredAt(atom)) {
      const mentions = mentionsOf(phrase, atom, { places, read });
      if (mentions.length === 0) continue;
      const known = found.get(phrase.tag);
      if (known === undefined) found.set(phrase.tag, mentions);
      else known.push(...mentions);
    }
  }
  return found;
}

function placesOf({ words }: ReadText, index: PhraseIndex): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  const put = (name: string, place: Place): void => {
    const atom = index.atoms.get(name);
    if (atom === undefined) return;
    const known = places.get(atom);
    if (known === undefined) places.set(atom, [place]);
    else if (known.length < MOST_MENTIONS) known.push(place);
  };
  for (const [word, { stem, parts, word: written }] of words.entries()) {
    put(stem, { word, kind: 'WHOLE' });
    const cognate = cognateOf(written);
    if (cognate !== null) put(cognate, { word, kind: 'WHOLE' });
    for (const [at, part] of parts.entries()) {
      put(part, { word, kind: at === parts.length - 1 ? 'HEAD' : 'MODIFIER' });
    }
  }
  return places;
}

interface Surroundings {
  readonly places: ReadonlyMap<number, readonly Place[]>;
  readonly read: ReadText;
}

function mentionsOf(phrase: Phrase, anchor: number, { places, read }: Surroundings): Mention[] {
  const others = phrase.atoms.filter((atom) => atom !== anchor).map((atom) => places.get(atom));
  const mentions: Mention[] = [];
  for (const place of places.get(anchor) ?? []) {
    let [first, last] = [place.word, place.word];
    let isComplete = true;
    for (const other of others) {
      const near = other === undefined ? null : nearest(other, place.word, read.sentences);
      if (near === null) {
        isComplete = false;
        break;
      }
      first = Math.min(first, near);
      last = Math.max(last, near);
    }
    if (!isComplete || last - first > (phrase.atoms.length - 1) * (1 + BETWEEN)) continue;
    const kind = kindOf(phrase, place, { first, last, read });
    const mention = { phrase, kind, first, last };
    if (isMeant(mention, read)) mentions.push(mention);
  }
  return mentions;
}

/** The word of these places that is nearest to another word, within its sentence. */
function nearest(
  places: readonly Place[],
  word: number,
  sentences: readonly number[],
): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (sentences[place.word] !== sentences[word]) continue;
    if (best === null || Math.abs(place.word - word) < Math.abs(best - word)) best = place.word;
  }
  return best;
}

function kindOf(
  { stems, atoms }: Phrase,
  place: Place,
  { first, last, read }: { readonly first: number; readonly last: number; readonly read: ReadText },
): MentionKind {
  const written = read.words
    .slice(first, last + 1)
    .filter(({ isStop }) => !isStop || first === last);
  const isExact =
    written.length === stems.length && written.every((one, at) => one.stem === stems[at]);
  if (isExact) return 'EXACT';
  if (atoms.length > 1) {
    if (last - first === atoms.length - 1) return 'EXACT';
    if (first !== last) return 'LOOSE';
    // All parts in one longer compound: its last part must be among them to be about the same.
    const parts = written[0]?.parts ?? [];
    return parts.length === atoms.length ? 'EXACT' : 'HEAD';
  }
  if (place.kind === 'WHOLE') return 'EXACT';
  return place.kind;
}

/** What the text has there. */
export const evidenceOf = ({ first, last }: Mention, { text, words }: ReadText): string =>
  text.slice(words[first]?.from, words[last]?.to);

/**
 * Whether it is more than a chance: abbreviations are written as such, and where a German noun has
 * another ending or vowel it has its capital, so that "sagen" is no "Säge".
 */
function isMeant(mention: Mention, read: ReadText): boolean {
  const { phrase, kind } = mention;
  const evidence = evidenceOf(mention, read);
  if (phrase.isAbbreviation) return evidence === phrase.text;
  if (!phrase.isNative && phrase.text.length < SHORTEST_FOREIGN) return evidence === phrase.text;
  if (read.locale !== 'de' || kind !== 'EXACT' || mention.first !== mention.last) return true;
  const isNoun = phrase.isNative && ONE_CAPITAL_WORD.test(phrase.text);
  return !isNoun || CAPITAL.test(evidence) || fold(evidence) === fold(phrase.text);
}
