export { expandTags, SIMILARITY, type PathStep } from './expansion.js';
export { FIT_WEIGHT, NEUTRAL_FIT } from './fit.js';
export { MatchIndex, topNeeds, type Candidate, type NeedSearch } from './match-index.js';
export { STRENGTH_THRESHOLDS, strengthOf, type PartKind, type ScorePart } from './parts.js';
export { type Corpus, type MatchPosting, mayMeet } from './posting.js';
export type { OpenQuestion, Reason } from './reason.js';
export { openQuestionText, reasonText, type LabelOf } from './reason-text.js';
export { scorePair, type Score } from './score.js';
