import { BEFORE_NOUNS, derivedFrom, type KnownWords, PREFIXES } from './derivation.js';
import { GERMAN_WORDS } from './german-words.js';
import { formsOfNoun, formsOfVerb, stemOfVerb, type WordForm } from './word-forms.js';

/** A way to read a part of a compound. */
interface Part {
  readonly base: string;
  readonly cost: number;
}

interface Step extends Part {
  readonly from: number;
  /** Of everything up to here. */
  readonly total: number;
}

type Place = 'before' | 'last';

/** Costs of any part, and more for short ones, which stand in other words by chance. */
const OF_A_PART = 1;
const OF_SHORT_PARTS: Readonly<Record<number, number>> = { 2: 1.2, 3: 0.5, 4: 0.1 };
/** Of a word that nobody listed: texts have them, too, and they may be misspelt. */
const OF_LEARNT_WORDS = 1.2;
/** A word stays whole where its parts cost more. */
const OF_AN_UNKNOWN_WORD = 6;
/** "Steuererklärung" is not about a "Steuerer". */
const OF_AN_AGENT = 0.3;
const OF_A_PREFIX = 0.4;
const SHORTEST_COMPOUND = 6;
const SHORTEST_LEARNT = 5;
const LONGEST_COMPOUND = 64;
const SHORTEST_DERIVED = 5;
const CACHED = 100_000;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * Takes German compounds apart into their meaningful parts, in base form. It knows the common words
 * of the language and of the region's fields, those that a compound is no longer the sum of among
 * them: "Werkstoff" stays whole, alone or in "Werkstoffprüfung".
 */
export class CompoundSplitter {
  private readonly parts: Record<Place, Map<string, Part>> = { before: new Map(), last: new Map() };
  private readonly whole = new Map<string, string>();
  private readonly stems = new Set<string>();
  private readonly words: KnownWords = {
    isStem: (letters) => this.stems.has(letters),
    isWord: (letters) => this.parts.before.has(letters),
  };
  private readonly cache = new Map<string, readonly string[]>();

  /**
   * @param words more words, as labels and texts have them, with how often they occur; those that
   *   are compounds of others are not learnt
   */
  constructor(words: Iterable<readonly [word: string, count: number]> = []) {
    for (const entry of GERMAN_WORDS.split(/\s+/)) this.add(entry);
    for (const [word, count] of words) {
      const isNew = word.length >= SHORTEST_LEARNT && count > 1 && /^\p{Lu}\p{Ll}+$/u.test(word);
      if (isNew && this.split(word).length === 1) this.learn(word);
    }
    this.cache.clear();
  }

  /** The parts of a word in base form; the word alone where it is none of several parts. */
  split(word: string): readonly string[] {
    const known = this.cache.get(word);
    if (known !== undefined) return known;
    if (this.cache.size >= CACHED) this.cache.clear();
    const parts = this.cheapest(word);
    this.cache.set(word, parts);
    return parts;
  }

  private cheapest(word: string): readonly string[] {
    const letters = word.normalize('NFC').toLowerCase();
    const whole = this.whole.get(letters);
    if (whole !== undefined) return [whole];
    if (letters.length < SHORTEST_COMPOUND || letters.length > LONGEST_COMPOUND) return [word];
    const steps = this.walk(letters);
    const end = steps[letters.length];
    if (end === undefined || end.from === 0 || end.total > OF_AN_UNKNOWN_WORD + end.from / 3) {
      return [end?.from === 0 ? end.base : word];
    }
    const parts: string[] = [];
    for (let at = letters.length; at > 0;) {
      const step = steps[at];
      if (step === undefined) return [word];
      parts.unshift(step.base);
      at = step.from;
    }
    return parts;
  }

  /** The cheapest way to each place of the word at which a part can end. */
  private walk(letters: string): (Step | undefined)[] {
    const steps: (Step | undefined)[] = [];
    for (let to = 2; to <= letters.length; to += 1) {
      const place = to === letters.length ? 'last' : 'before';
      for (let from = 0; from <= to - 2; from += 1) {
        const before = from === 0 ? 0 : steps[from]?.total;
        if (before === undefined) continue;
        const part = this.partOf(letters.slice(from, to), place, to - from === letters.length);
        const total = before + (part?.cost ?? Infinity);
        if (part !== null && total < (steps[to]?.total ?? Infinity)) {
          steps[to] = { ...part, from, total };
        }
      }
    }
    return steps;
  }

  private partOf(letters: string, place: Place, isWhole: boolean): Part | null {
    const known = this.parts[place].get(letters);
    if (known !== undefined || letters.length < SHORTEST_DERIVED) return known ?? null;
    const derived = derivedFrom(letters, this.words, isWhole);
    if (derived === null) return this.withPrefix(letters, place);
    const isAgent = place === 'before' && derived.base.endsWith('er');
    const cost = OF_A_PART + derived.cost + (isAgent ? OF_AN_AGENT : 0);
    return { base: capital(derived.base), cost };
  }

  /** "Vorplatz", "Entstehen": a noun or verb with a prefix is a word of its own. */
  private withPrefix(letters: string, place: Place): Part | null {
    const isVerbal = letters.endsWith('en');
    const rest = letters.replace(isVerbal ? PREFIXES : BEFORE_NOUNS, '');
    const noun = rest === letters ? undefined : this.parts[place].get(rest);
    if (noun === undefined || rest.length < 3 || !/^\p{Lu}/u.test(noun.base)) return null;
    const prefix = letters.slice(0, letters.length - rest.length);
    return { base: capital(prefix + noun.base.toLowerCase()), cost: noun.cost + OF_A_PREFIX };
  }

  /** An entry of the list: a word, what it costs more, forms of its own: "rechnen:rechen". */
  private add(entry: string): void {
    const [word = '', own = ''] = entry.split(':');
    if (word === '') return;
    const base = word.replace(/[*!]/g, '');
    const letters = base.toLowerCase();
    const kind = word.endsWith('!') ? 'other' : kindOf(base);
    const extra = word.includes('*') ? 0.5 : 0;
    if (kind === 'verb') this.stems.add(stemOfVerb(letters));
    const { before, last } = kind === 'verb' ? formsOfVerb(letters) : formsOfNoun(letters);
    const owns = own.split(',').filter((one) => one !== '');
    const listed = owns.map((one) => ({ written: one.toLowerCase(), cost: 0.05 }));
    const asIs = [{ written: letters, cost: kind === 'other' ? 0.05 : 0 }];
    this.enter({ base, extra }, 'before', [...(kind === 'other' ? asIs : before), ...listed]);
    const nominal = kind === 'verb' ? capital(base) : base;
    this.enter({ base: nominal, extra }, 'last', kind === 'other' ? asIs : last.concat(listed));
    if (kind === 'noun') for (const { written } of last) this.keep(written, base);
    this.keep(letters, nominal);
  }

  private learn(word: string): void {
    const { before, last } = formsOfNoun(word.toLowerCase());
    this.enter({ base: word, extra: OF_LEARNT_WORDS }, 'before', before);
    this.enter({ base: word, extra: OF_LEARNT_WORDS }, 'last', last);
  }

  private enter(
    { base, extra }: { readonly base: string; readonly extra: number },
    place: Place,
    forms: readonly WordForm[],
  ): void {
    for (const { written, cost } of forms) {
      const total = OF_A_PART + cost + extra + (OF_SHORT_PARTS[written.length] ?? 0);
      for (const one of spellingsOf(written)) {
        if (total < (this.parts[place].get(one)?.cost ?? Infinity)) {
          this.parts[place].set(one, { base, cost: total });
        }
      }
    }
  }

  private keep(written: string, base: string): void {
    for (const one of spellingsOf(written)) {
      if (!this.whole.has(one) || one === base.toLowerCase()) this.whole.set(one, base);
    }
  }
}

function kindOf(word: string): 'noun' | 'other' | 'verb' {
  if (/^\p{Lu}/u.test(word)) return 'noun';
  return /(?:en|ern|eln)$/.test(word) ? 'verb' : 'other';
}

/** With ß or ss, with umlauts in one letter or in two. */
function spellingsOf(word: string): string[] {
  const sharp = word.replaceAll('ß', 'ss');
  const letters = sharp.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  return [...new Set([word, sharp, letters])];
}
