import { FIT_WEIGHT, type FitKind, type TimeFit } from './fit.js';

/**
 * What a topic is compared by, each 0 to 1 and the share of the need that the offer covers: the
 * tags that both were given; the tags that stand in their texts besides; the words of all these
 * tags' labels; the words of the postings; of their titles; and their fields.
 */
export const SIGNALS = ['TAGS', 'READ', 'LABELS', 'WORDS', 'TITLE', 'FIELD'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What counts how much. */
export interface Profile {
  readonly topic: Readonly<Record<Signal, number>>;
  /**
   * Shares from which on a signal counts in full. Nobody repeats another's words: who shares a
   * quarter of them, by weight, speaks of the same.
   */
  readonly full: Readonly<Record<Signal, number>>;
  /** The share of the score that a circumstance takes away where it does not fit at all. */
  readonly fit: Readonly<Record<FitKind, number>>;
  readonly time: TimeFit;
  /** Concept pairs that count less than the vocabulary says. */
  readonly pairs?: readonly ConceptPairWeight[];
  /** Points from which on a match is strong or good, where they are not the stated ones. */
  readonly strength?: StrengthThresholds;
}

/** A tag of a need, another of an offer that answers it, and what is left of their similarity. */
export interface ConceptPairWeight {
  readonly need: string;
  readonly offer: string;
  readonly permille: number;
}

export interface StrengthThresholds {
  readonly STRONG: number;
  readonly GOOD: number;
}

const ALL_OF_IT = { TAGS: 1, READ: 1, LABELS: 1, WORDS: 1, TITLE: 1, FIELD: 1 } as const;

/**
 * What Wilma suggests by. Priors all: tags are what people agreed on and can read, so they carry two
 * thirds of the topic; nothing public tells how much the circumstances should count.
 */
export const PRODUCT: Profile = {
  topic: { TAGS: 0.3, READ: 0.25, LABELS: 0.1, WORDS: 0.25, TITLE: 0.05, FIELD: 0.05 },
  full: { ...ALL_OF_IT, WORDS: 0.25, TITLE: 0.6 },
  fit: FIT_WEIGHT,
  time: 'OVERLAP',
};

/** For library records, where texts are abstracts and nobody chose a form of cooperation. */
export const RECORDS: Profile = {
  topic: { TAGS: 0, READ: 0.1, LABELS: 0, WORDS: 1, TITLE: 0.1, FIELD: 0 },
  full: ALL_OF_IT,
  fit: { FORM: 0, MATURITY: 0, DISTRICT: 0, TIME: 0.2 },
  time: 'DISTANCE',
};

/** The same without comparing texts. */
export const RECORDS_BY_TAGS: Profile = {
  ...RECORDS,
  topic: { TAGS: 0, READ: 0.8, LABELS: 0.2, WORDS: 0, TITLE: 0, FIELD: 0.02 },
  fit: { ...RECORDS.fit, TIME: 0.3 },
};
