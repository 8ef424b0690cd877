import {
  PRODUCT,
  type Profile,
  SIGNALS,
  type Signal,
  type StrengthThresholds,
} from '../profile.js';
import type { Formula, TopicSignals } from './formula.js';

/** Signals that live by tags, which people agreed on and can read. */
const OF_TAGS: readonly Signal[] = ['TAGS', 'READ', 'LABELS'];

/** What the topic consists of, as it is learned. */
export const TOPIC_SIGNALS: TopicSignals = {
  names: SIGNALS,
  priors: SIGNALS.map((signal) => PRODUCT.topic[signal]),
  ofTags: SIGNALS.map((signal) => OF_TAGS.includes(signal)),
  joined: SIGNALS.indexOf('TAGS'),
};

/** What scores are made with where these were learned. */
export function profileOf({ topic, fit, pairs }: Formula, strength: StrengthThresholds): Profile {
  const weightOf = (signal: Signal): number => topic[SIGNALS.indexOf(signal)] ?? 0;
  return {
    ...PRODUCT,
    topic: {
      TAGS: weightOf('TAGS'),
      READ: weightOf('READ'),
      LABELS: weightOf('LABELS'),
      WORDS: weightOf('WORDS'),
      TITLE: weightOf('TITLE'),
      FIELD: weightOf('FIELD'),
    },
    fit,
    pairs,
    strength,
  };
}
