export { SIMILARITY, type PathStep } from './expansion.js';
export { type Corpus, CorpusCounter, corpusOf } from './corpus.js';
export { NEUTRAL_FIT } from './fit.js';
export { type Listable, listed, LISTING, type ListPart, type Place } from './listing.js';
export { MatchIndex, topNeeds, type Candidate, type NeedSearch } from './match-index.js';
export {
  type PartKind,
  type PartMaximum,
  partMaxima,
  type ScorePart,
  STRENGTH_THRESHOLDS,
  strengthOf,
} from './parts.js';
export { type MatchPosting, mayMeet, type PostingWords } from './posting.js';
export {
  type ConceptPairWeight,
  PRODUCT,
  type Profile,
  RECORDS,
  RECORDS_BY_TAGS,
  type Signal,
  type StrengthThresholds,
} from './profile.js';
export type { OpenQuestion, Reason } from './reason.js';
export { adviceFor, questionsFor, type Reader } from './reader.js';
export {
  adviceText,
  openQuestionText,
  reasonText,
  type LabelOf,
  type Telling,
} from './reason-text.js';
export { QuotableText, type Quote } from './quote.js';
export { scorePair, type Score } from './score.js';
export { analyse, termsOf, type Reading, type TextWord } from './text/analysis.js';
export { CompoundSplitter } from './text/compound-splitter.js';
export { languageOf, type LanguageGuess } from './text/language.js';
export { stemOf } from './text/stem.js';
export { functionWords } from './text/stop-words.js';
export * from './learning/index.js';
export { FEATURES } from './tagging/features.js';
export { TagFinder, type TagCandidate } from './tagging/tag-finder.js';
export {
  CONFIDENT,
  germanSplitter,
  type SuggestedTag,
  type Suggesting,
  suggestTags,
  Tagger,
} from './tagging/tagger.js';
export type { TaggedText } from './tagging/training.js';
