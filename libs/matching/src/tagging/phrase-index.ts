import { Locale, type TagConcept, type TagGraph } from '@wilma/domain';
import { analyse } from '../text/analysis.js';
import type { CompoundSplitter } from '../text/compound-splitter.js';
import { cognateOf } from './cognate.js';

/** A label or synonym, read as texts of one language are read. */
export interface Phrase {
  /** Id of the tag. */
  readonly tag: string;
  readonly text: string;
  /** Of the words, in their order, without stop words. */
  readonly stems: readonly string[];
  /** What must stand in a text near each other, each once: parts of compounds, stems of others. */
  readonly atoms: readonly number[];
  readonly isPreferred: boolean;
  /** Whether it is in the language of the texts. */
  readonly isNative: boolean;
  /** Taken only as it is written: "IT" is no "it". */
  readonly isAbbreviation: boolean;
}

/** Longer phrases are no words that a text would hold. */
const MOST_ATOMS = 8;
const ABBREVIATION = /^[\p{Lu}\p{N}&]{1,3}$/u;

/** Every label and synonym of a vocabulary, found by the rarest of its atoms. */
export class PhraseIndex {
  /** Numbers of atoms. */
  readonly atoms = new Map<string, number>();
  /** By atom: in how many phrases it stands. */
  readonly frequency: number[] = [];
  /** How many tags have a phrase of just these atoms. */
  private readonly sharers = new Map<string, Set<string>>();
  private readonly byAnchor = new Map<number, Phrase[]>();
  readonly size: number;

  constructor(
    graph: TagGraph,
    readonly locale: Locale,
    private readonly splitter: CompoundSplitter,
  ) {
    const phrases = [...graph.all()].flatMap((concept) => this.phrasesOf(concept));
    this.size = phrases.length;
    for (const { atoms, tag } of phrases) {
      for (const atom of atoms) this.frequency[atom] = (this.frequency[atom] ?? 0) + 1;
      const key = keyOf(atoms);
      this.sharers.set(key, (this.sharers.get(key) ?? new Set()).add(tag));
    }
    for (const phrase of phrases) {
      const anchor = phrase.atoms.reduce((rarest, atom) =>
        (this.frequency[atom] ?? 0) < (this.frequency[rarest] ?? 0) ? atom : rarest,
      );
      const known = this.byAnchor.get(anchor);
      if (known === undefined) this.byAnchor.set(anchor, [phrase]);
      else known.push(phrase);
    }
  }

  anchoredAt(atom: number): readonly Phrase[] {
    return this.byAnchor.get(atom) ?? [];
  }

  sharersOf({ atoms }: Phrase): number {
    return this.sharers.get(keyOf(atoms))?.size ?? 1;
  }

  /** How few other phrases have its words: the mean of ln(phrases / phrases with the word). */
  rarityOf({ atoms }: Phrase): number {
    const sum = atoms.reduce((all, atom) => all + Math.log(this.frequency[atom] ?? 1), 0);
    return Math.log(this.size) - sum / atoms.length;
  }

  private phrasesOf(concept: TagConcept): Phrase[] {
    const seen = new Set<string>();
    // A vocabulary with labels in one language only has them in the place of both.
    const locales = Object.values(Locale).sort((a) => (a === this.locale ? -1 : 1));
    return locales.flatMap((locale) =>
      [concept.label[locale], ...concept.synonyms[locale]].flatMap((text, position) => {
        const isNative = locale === this.locale;
        const phrase = this.read(text, isNative);
        const key = phrase === null ? '' : `${keyOf(phrase.atoms)} ${text}`;
        if (phrase === null || seen.has(key)) return [];
        seen.add(key);
        return [{ ...phrase, tag: concept.id, isPreferred: position === 0, isNative }];
      }),
    );
  }

  private read(text: string, isNative: boolean) {
    const splitter = isNative ? this.splitter : undefined;
    const all = analyse(text, { locale: this.locale, splitter });
    const content = all.filter(({ isStop }) => !isStop);
    const words = content.length === 0 ? all : content;
    const names = words.flatMap(({ stem, parts, word }) =>
      parts.length > 0 ? parts : [(isNative ? null : cognateOf(word)) ?? stem],
    );
    const atoms = [...new Set(names.map((name) => this.numberOf(name)))].sort((a, b) => a - b);
    if (atoms.length === 0 || atoms.length > MOST_ATOMS) return null;
    return {
      text,
      stems: words.map(({ stem }) => stem),
      atoms,
      isAbbreviation: ABBREVIATION.test(text),
    };
  }

  private numberOf(atom: string): number {
    const known = this.atoms.get(atom);
    if (known !== undefined) return known;
    this.atoms.set(atom, this.atoms.size);
    return this.atoms.size - 1;
  }
}

const keyOf = (atoms: readonly number[]): string => atoms.join(' ');
