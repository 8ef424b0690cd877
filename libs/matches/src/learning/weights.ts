import { type Formula, TOPIC_SIGNALS } from '@wilma/matching';
import type { WeightView } from './matching-learning.view.js';

/** Each weight beside the one that the program states. */
export const weightsOf = ({ topic, fit }: Formula, stated: Formula): WeightView[] => [
  ...TOPIC_SIGNALS.names.map((part, at) => ({
    part,
    weight: topic[at] ?? 0,
    stated: stated.topic[at] ?? 0,
  })),
  ...(['FORM', 'MATURITY', 'DISTRICT', 'TIME'] as const).map((part) => ({
    part,
    weight: fit[part],
    stated: stated.fit[part],
  })),
];
