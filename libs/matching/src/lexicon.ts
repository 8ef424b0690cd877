import type { Locale, TagConcept, TagGraph } from '@wilma/domain';
import type { PostingWords } from './posting.js';
import { TagReader } from './tag-reader.js';
import { termsOf, type Reading } from './text/analysis.js';
import { CompoundSplitter } from './text/compound-splitter.js';

/** A posting's texts as matching compares them. */
export interface ReadWords {
  /** Stems, those of the parts of compounds among them, as often as they stand there. */
  readonly title: readonly string[];
  readonly text: readonly string[];
  /** Tags that stand in the texts, with how sure that is, in thousandths. */
  readonly tags: ReadonlyMap<string, number>;
}

const LOCALES: readonly Locale[] = ['de', 'en'];

/** A graph never changes; what is derived from it is kept as long as the graph is. */
const lexicons = new WeakMap<TagGraph, Lexicon>();

let splitter: CompoundSplitter | null = null;

/** How all texts are read. The splitter is made when first needed: it takes thousands of words in. */
export const readingIn = (locale: Locale): Reading => ({
  locale,
  splitter: (splitter ??= new CompoundSplitter()),
});

const stemsOf = (text: string, locale: Locale): string[] => termsOf(text, readingIn(locale));

interface Stems {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

/** Stems do not depend on the vocabulary: when that changes, texts are not read again. */
const stemmed = new WeakMap<PostingWords, Stems>();

function stemsIn(words: PostingWords): Stems {
  const known = stemmed.get(words);
  if (known !== undefined) return known;
  const { locale, title, text } = words;
  const stems = { title: stemsOf(title, locale), text: stemsOf(text, locale) };
  stemmed.set(words, stems);
  return stems;
}

/** So many labels are kept, in every language. */
const KEPT_LABELS = 100_000;
const labels = new Map<string, readonly string[]>();

function labelStems(label: string, locale: Locale): readonly string[] {
  const key = `${locale} ${label}`;
  const known = labels.get(key);
  if (known !== undefined) return known;
  if (labels.size >= KEPT_LABELS) labels.clear();
  const stems = [...new Set(stemsOf(label, locale))];
  labels.set(key, stems);
  return stems;
}

/** The words of a vocabulary, and texts read by them. */
export class Lexicon {
  private readonly reader: TagReader;
  private readonly ofTag = new Map<string, readonly string[]>();
  /** The same texts are compared with many others. */
  private readonly read = new WeakMap<PostingWords, ReadWords>();

  private constructor(private readonly graph: TagGraph) {
    this.reader = new TagReader(graph, labelStems);
  }

  static of(graph: TagGraph): Lexicon {
    const lexicon = lexicons.get(graph) ?? new Lexicon(graph);
    lexicons.set(graph, lexicon);
    return lexicon;
  }

  /** Stems of a tag's labels in every language, each once: what meets across languages. */
  labelTerms(tag: string): readonly string[] {
    const known = this.ofTag.get(tag);
    if (known !== undefined) return known;
    const concept = this.graph.get(tag);
    const terms = concept === undefined ? [] : this.labelsOf(concept);
    this.ofTag.set(tag, terms);
    return terms;
  }

  textOf(words: PostingWords): ReadWords {
    const known = this.read.get(words);
    if (known !== undefined) return known;
    const stems = stemsIn(words);
    const read = { ...stems, tags: this.reader.tagsIn(stems, words.locale) };
    this.read.set(words, read);
    return read;
  }

  private labelsOf({ label }: TagConcept): string[] {
    const locales = label.de === label.en ? LOCALES.slice(0, 1) : LOCALES;
    return [...new Set(locales.flatMap((locale) => labelStems(label[locale], locale)))];
  }
}
