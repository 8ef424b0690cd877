import type { TagGraph } from '@wilma/domain';
import type { Corpus } from './corpus.js';
import { Lexicon } from './lexicon.js';
import type { MatchPosting } from './posting.js';
import { fieldsOf, labelsOf, tagsOf, wordsOf, type PostingTags } from './posting-terms.js';
import { SIGNALS, type Profile, type Signal } from './profile.js';
import {
  coveredTerms,
  needTerms,
  saturated,
  whole,
  wordRarity,
  type NeedTerms,
  type OfferTerms,
} from './terms.js';
import { coveredBy, mentionedTopicOf, topicOf, weightsOf, type NeedTopic } from './topic.js';

/** A need as each signal reads it. */
export interface NeedSignals {
  readonly tags: NeedTopic;
  readonly read: NeedTopic;
  readonly terms: Readonly<Record<TermSignal, NeedTerms>>;
  /** What each signal counts, 1 in all: those that the need is silent on leave theirs to the rest. */
  readonly weights: Readonly<Record<Signal, number>>;
}

export interface OfferSignals {
  readonly tags: PostingTags;
  readonly terms: Readonly<Record<TermSignal, OfferTerms>>;
}

/** Signals that compare terms, not tags. */
export const TERM_SIGNALS = ['LABELS', 'WORDS', 'TITLE', 'FIELD'] as const;
export type TermSignal = (typeof TERM_SIGNALS)[number];

/** What an offer covers of a need, by signal: Σ units × permille, a whole number. */
export type Covers = Readonly<Record<Signal, number>>;
/** The shares of the need that this is, 0 to 1. */
export type Shares = Readonly<Record<Signal, number>>;

/** Words that stand in every text tell little, rare ones more than by their mere rarity. */
const RARITY_EXPONENT = 1.2;

const NONE: ReadonlyMap<string, number> = new Map();

export function needSignals(
  need: MatchPosting,
  graph: TagGraph,
  corpus: Corpus,
  profile: Profile,
): NeedSignals {
  const lexicon = Lexicon.of(graph);
  const given = tagsOf(need, lexicon);
  const rare = (term: string): number => wordRarity(term, corpus.documents, corpus.terms ?? NONE);
  const tags = topicOf(need, graph, corpus);
  const weights = weightsOf(need, given.read);
  const read = mentionedTopicOf(weights, graph, corpus);
  const title = need.words === undefined ? [] : lexicon.textOf(need.words).title;
  const terms = {
    LABELS: needTerms(
      [...labelsOf(weights, lexicon)].map(([term, weight]) => [term, weight * rare(term)]),
    ),
    WORDS: needTerms(
      [...wordsOf(need, lexicon).counts].map(([term, count]) => [
        term,
        Math.sqrt(count) * rare(term) ** RARITY_EXPONENT,
      ]),
    ),
    TITLE: needTerms([...new Set(title)].map((term) => [term, rare(term)])),
    FIELD: needTerms([...fieldsOf(need, graph)].map((field) => [field, 1])),
  };
  return { tags, read, terms, weights: signalWeights({ tags, read, terms }, profile) };
}

export function offerSignals(offer: MatchPosting, graph: TagGraph, corpus: Corpus): OfferSignals {
  const lexicon = Lexicon.of(graph);
  const tags = tagsOf(offer, lexicon);
  return {
    tags,
    terms: {
      LABELS: labelsOf(tags.read, lexicon),
      WORDS: saturated(wordsOf(offer, lexicon), corpus.meanLength ?? 0),
      TITLE: whole(offer.words === undefined ? [] : lexicon.textOf(offer.words).title),
      FIELD: whole(fieldsOf(offer, graph)),
    },
  };
}

export const coversOf = (need: NeedSignals, offer: OfferSignals): Covers => ({
  TAGS: coveredBy(need.tags, offer.tags.given),
  READ: coveredBy(need.read, offer.tags.read),
  LABELS: coveredTerms(need.terms.LABELS, offer.terms.LABELS),
  WORDS: coveredTerms(need.terms.WORDS, offer.terms.WORDS),
  TITLE: coveredTerms(need.terms.TITLE, offer.terms.TITLE),
  FIELD: coveredTerms(need.terms.FIELD, offer.terms.FIELD),
});

/** 0 where the need is silent; never above 1. */
export function sharesOf(need: NeedSignals, covers: Covers, { full }: Profile): Shares {
  return bySignal((signal) => {
    const attainable = attainableOf(need, signal) * full[signal];
    return attainable === 0 ? 0 : Math.min(1, covers[signal] / attainable);
  });
}

function signalWeights(
  need: Omit<NeedSignals, 'weights'>,
  { topic }: Profile,
): NeedSignals['weights'] {
  const given = bySignal((signal) => (attainableOf(need, signal) > 0 ? topic[signal] : 0));
  const sum = SIGNALS.reduce((total, signal) => total + given[signal], 0);
  return bySignal((signal) => (sum === 0 ? 0 : given[signal] / sum));
}

function attainableOf(need: Omit<NeedSignals, 'weights'>, signal: Signal): number {
  if (signal === 'TAGS') return need.tags.attainable;
  return signal === 'READ' ? need.read.attainable : need.terms[signal].attainable;
}

function bySignal(value: (signal: Signal) => number): Record<Signal, number> {
  return {
    TAGS: value('TAGS'),
    READ: value('READ'),
    LABELS: value('LABELS'),
    WORDS: value('WORDS'),
    TITLE: value('TITLE'),
    FIELD: value('FIELD'),
  };
}
