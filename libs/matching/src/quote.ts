import type { Locale, TagConcept } from '@wilma/domain';
import { readingIn } from './lexicon.js';
import type { PostingWords } from './posting.js';
import { analyse, type TextWord } from './text/analysis.js';

/** A passage of a text, literally, cut where the words begin and end that it is quoted for. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Characters around the words that a quote shows at most, cut between words. */
const AROUND = 50;
/** Words apart that a wording may stand: further on they likely mean something else. */
const REACH = 6;

interface ReadText {
  readonly words: readonly Written[];
  /** All their stems and parts: what is not among them need not be looked for. */
  readonly pieces: ReadonlySet<string>;
}

type Quotes = WeakMap<TagConcept, Quote | null>;

/** A text that passages are quoted from; it is read when the first is asked for. */
export class QuotableText {
  private known: ReadText | null = null;
  /** What was asked for before: explanations come back to the same tags. */
  private readonly quotes: Quotes = new WeakMap();
  private readonly strictQuotes: Quotes = new WeakMap();

  constructor(
    private readonly text: string,
    private readonly locale: Locale,
  ) {}

  /**
   * Where the text names a tag by its label or a synonym in its language, in one sentence; also
   * within a compound that is a kind of it. Null where it does not.
   * @param isStrict whether it must be the label, word by word
   */
  quoteOf(tag: TagConcept, isStrict = false): Quote | null {
    const quotes = isStrict ? this.strictQuotes : this.quotes;
    const before = quotes.get(tag);
    if (before !== undefined) return before;
    const quote = this.find(tag, isStrict);
    quotes.set(tag, quote);
    return quote;
  }

  private find(tag: TagConcept, isStrict: boolean): Quote | null {
    this.known ??= readText(this.text, this.locale);
    const { words, pieces } = this.known;
    const wordings = wordingsOf(tag, this.locale);
    for (const asked of isStrict ? wordings.slice(0, 1) : wordings) {
      if (!asked.every((word) => isAmong(word, pieces))) continue;
      const span = spanOf(asked, words, [this.text, isStrict ? isSame : means]);
      if (span !== null) return cut(this.text, span);
    }
    return null;
  }
}

function readText(text: string, locale: Locale): ReadText {
  const words = wordsIn(text, locale);
  return { words, pieces: new Set(words.flatMap(({ stem, parts }) => [stem, ...parts])) };
}

/** Whether any word with these pieces can be it or a kind of it. */
const isAmong = ({ stem, parts }: Written, pieces: ReadonlySet<string>): boolean =>
  pieces.has(stem) || (parts.length > 0 && parts.every((part) => pieces.has(part)));

const quotable = new WeakMap<PostingWords, QuotableText>();

/** A posting's words to quote from; the same words are read once. */
export function quotableOf(words: PostingWords): QuotableText {
  const known = quotable.get(words);
  if (known !== undefined) return known;
  const text = new QuotableText(`${words.title}\n${words.text}`, words.locale);
  quotable.set(words, text);
  return text;
}

/** The words of a tag's label and synonyms, but for stop words; each tag's are read once. */
function wordingsOf(tag: TagConcept, locale: Locale): readonly (readonly Written[])[] {
  const known = wordings[locale].get(tag);
  if (known !== undefined) return known;
  const read = [tag.label[locale], ...tag.synonyms[locale]].map((text) =>
    wordsIn(text.replace(/\(.*?\)/g, ''), locale).filter(({ isStop }) => !isStop),
  );
  wordings[locale].set(tag, read);
  return read;
}

type Wordings = WeakMap<TagConcept, readonly (readonly Written[])[]>;
const wordings: Readonly<Record<Locale, Wordings>> = { de: new WeakMap(), en: new WeakMap() };

interface Written extends TextWord {
  /** Whether it is written like a German noun, as it is asked of the words that are compared. */
  readonly isNoun: boolean;
}

const wordsIn = (text: string, locale: Locale): Written[] =>
  analyse(text, readingIn(locale)).map((word) => ({
    ...word,
    isNoun: locale === 'de' && /^\p{Lu}/u.test(text.slice(word.from, word.to)),
  }));

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first place where all words of a wording stand near each other, in any order. */
function spanOf(
  wording: readonly Written[],
  words: readonly Written[],
  [text, names]: readonly [string, Comparison],
): Span | null {
  if (wording.length === 0) return null;
  for (const [start, first] of words.entries()) {
    if (!wording.some((word) => names(first, word))) continue;
    const near = words.slice(start, start + wording.length + REACH);
    const found = wording.map((word) => near.find((other) => names(other, word)));
    const places = found.flatMap((word) => word ?? []);
    if (places.length < wording.length) continue;
    const span = {
      from: Math.min(...places.map(({ from }) => from)),
      to: Math.max(...places.map(({ to }) => to)),
    };
    if (!SENTENCE_END.test(text.slice(span.from, span.to))) return span;
  }
  return null;
}

const SENTENCE_END = /[.!?]\s|\n/;

type Comparison = (written: Written, asked: Written) => boolean;

/** Stems alone take "messen" for "Messe". */
const isSame: Comparison = (written, asked) =>
  written.stem === asked.stem && (written.isNoun || !asked.isNoun);

/** The same word or a kind of it: "Flachwasser" is water, but neither flat nor flax. */
const means: Comparison = (written, asked) => {
  if (isSame(written, asked)) return true;
  if (asked.parts.length === 0) return written.parts.at(-1) === asked.stem;
  return asked.parts.every((part) => written.parts.includes(part));
};

/** With what stands around it in the same line. */
function cut(text: string, { from, to }: Span): Quote {
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  const isCut = { before: from > AROUND, after: to + AROUND < text.length };
  return {
    before: lastSentence(isCut.before ? before.replace(/^\S*\s/, '') : before),
    words: text.slice(from, to),
    after: firstSentence(isCut.after ? after.replace(/\s\S*$/, '') : after),
  };
}

const lastSentence = (text: string): string => text.split(/(?<=[.!?])\s+|\n/).at(-1) ?? '';
const firstSentence = (text: string): string => /^.*?(?:[.!?](?=\s)|$)/m.exec(text)?.[0] ?? '';
