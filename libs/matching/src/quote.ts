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

/** A text that passages are quoted from; it is read when the first is asked for. */
export class QuotableText {
  private words: readonly TextWord[] | null = null;

  constructor(
    private readonly text: string,
    private readonly locale: Locale,
  ) {}

  /**
   * Where the text names a tag by its label or a synonym in its language, as a whole or within
   * compounds, in one sentence. Null where it does not.
   */
  quoteOf(tag: TagConcept): Quote | null {
    this.words ??= analyse(this.text, readingIn(this.locale));
    for (const wording of wordingsOf(tag, this.locale)) {
      const span = spanOf(needed(wording, this.locale), this.words, this.text);
      if (span !== null) return cut(this.text, span);
    }
    return null;
  }
}

const quotable = new WeakMap<PostingWords, QuotableText>();

/** A posting's words to quote from; the same words are read once. */
export function quotableOf(words: PostingWords): QuotableText {
  const known = quotable.get(words);
  if (known !== undefined) return known;
  const text = new QuotableText(`${words.title}\n${words.text}`, words.locale);
  quotable.set(words, text);
  return text;
}

const wordingsOf = ({ label, synonyms }: TagConcept, locale: Locale): string[] =>
  [label[locale], ...synonyms[locale]].map((text) => text.replace(/\(.*?\)/g, ''));

const needed = (wording: string, locale: Locale): TextWord[] =>
  analyse(wording, readingIn(locale)).filter(({ isStop }) => !isStop);

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first place where all words of a wording stand near each other, in any order. */
function spanOf(
  wording: readonly TextWord[],
  words: readonly TextWord[],
  text: string,
): Span | null {
  if (wording.length === 0) return null;
  for (const [start, first] of words.entries()) {
    if (!wording.some((word) => means(first, word))) continue;
    const near = words.slice(start, start + wording.length + REACH);
    const found = wording.map((word) => near.find((other) => means(other, word)));
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

/** The same word, or a compound that it is a part of, or one of the same parts. */
function means(written: TextWord, asked: TextWord): boolean {
  if (written.stem === asked.stem || written.parts.includes(asked.stem)) return true;
  return asked.parts.length > 0 && asked.parts.every((part) => written.parts.includes(part));
}

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
