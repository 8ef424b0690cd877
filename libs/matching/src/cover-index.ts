import type { PreparedNeed, PreparedOffer } from './prepared.js';
import { TERM_SIGNALS, type Covers, type TermSignal } from './signals.js';
import { answerOf, type NeedTopic } from './topic.js';

/** Where a term stands: positions of offers, and how much of it each holds, in thousandths. */
interface Postings {
  readonly positions: number[];
  readonly permille: number[];
}

type TermIndex = Map<string, Postings>;

/**
 * What each of many offers covers of a need, a term at a time: only offers that hold a term are
 * touched by it. The sums are whole numbers, the same as for a single pair.
 */
export class CoverIndex {
  private readonly given: TermIndex = new Map();
  private readonly read: TermIndex = new Map();
  private readonly terms: Readonly<Record<TermSignal, TermIndex>> = {
    LABELS: new Map(),
    WORDS: new Map(),
    TITLE: new Map(),
    FIELD: new Map(),
  };

  constructor(private readonly offers: readonly PreparedOffer[]) {
    for (const [position, { signals }] of offers.entries()) {
      add(this.given, position, signals.tags.given);
      add(this.read, position, signals.tags.read);
      for (const kind of TERM_SIGNALS) add(this.terms[kind], position, signals.terms[kind]);
    }
  }

  /** By the offers' positions. */
  covers({ signals }: PreparedNeed): (position: number) => Covers {
    const tags = this.answering(signals.tags, this.given);
    const read = this.answering(signals.read, this.read);
    const [labels, words, title, field] = TERM_SIGNALS.map((kind) => {
      const cover = new Float64Array(this.offers.length);
      if (signals.weights[kind] === 0) return cover;
      for (const [term, units] of signals.terms[kind].units) {
        const found = this.terms[kind].get(term);
        if (found === undefined) continue;
        for (const [index, position] of found.positions.entries()) {
          cover[position] = (cover[position] ?? 0) + units * (found.permille[index] ?? 0);
        }
      }
      return cover;
    });
    return (at) => ({
      TAGS: tags[at] ?? 0,
      READ: read[at] ?? 0,
      LABELS: labels?.[at] ?? 0,
      WORDS: words?.[at] ?? 0,
      TITLE: title?.[at] ?? 0,
      FIELD: field?.[at] ?? 0,
    });
  }

  /** Of each offer the best answer to each term, since its other tags add nothing to that term. */
  private answering({ terms }: NeedTopic, index: TermIndex): Float64Array {
    const cover = new Float64Array(this.offers.length);
    const best = new Int32Array(this.offers.length);
    for (const { units, answers } of terms) {
      const touched: number[] = [];
      for (const { tag, permille } of answers.values()) {
        const found = index.get(tag);
        if (found === undefined) continue;
        for (const [at, position] of found.positions.entries()) {
          const answer = answerOf(permille, found.permille[at] ?? 0);
          const before = best[position] ?? 0;
          if (before === 0 && answer > 0) touched.push(position);
          if (answer > before) best[position] = answer;
        }
      }
      for (const position of touched) {
        cover[position] = (cover[position] ?? 0) + units * (best[position] ?? 0);
        best[position] = 0;
      }
    }
    return cover;
  }
}

function add(index: TermIndex, position: number, terms: ReadonlyMap<string, number>): void {
  for (const [term, permille] of terms) {
    const list = index.get(term) ?? { positions: [], permille: [] };
    index.set(term, list);
    list.positions.push(position);
    list.permille.push(permille);
  }
}
