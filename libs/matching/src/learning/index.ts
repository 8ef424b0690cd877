export { conceptPairWeights } from './concept-pairs.js';
export {
  feedbackOf,
  type FeedbackPair,
  type FeedbackPart,
  feedbackPoints,
  type Join,
  type JudgedPair,
  ROCCHIO,
} from './feedback.js';
export {
  type ConceptPair,
  type Formula,
  formulaScore,
  type JudgedExample,
  priorFormula,
  type TopicSignals,
} from './formula.js';
export { GATE, type GateResult, learnBehindGate, type Measured } from './gate.js';
export { learnFormula } from './learn-formula.js';
export { profileOf, TOPIC_SIGNALS } from './learned-profile.js';
export { exampleOf, feedbackPairOf, offerTerms } from './pair.js';
export { type Interval, pairedInterval, randomOf } from './paired-bootstrap.js';
export {
  type AcceptedShare,
  ENOUGH_ANSWERS,
  isotonic,
  learnThresholds,
} from './strength-thresholds.js';
export { similarity, type TermVector } from './term-vector.js';
export {
  type DecidedMatch,
  REFUSED_PART,
  type RefusedPart,
  type Verdict,
  verdictOf,
} from './verdict.js';
