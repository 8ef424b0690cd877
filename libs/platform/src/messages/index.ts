export { codeText, problemText } from './problem-text.js';
export {
  describingFacts,
  type Fact,
  partyOf,
  postingFacts,
  type PostingView,
  sectorName,
  wordsOf,
} from './posting-facts.js';
export { type MessageValues, type Translate, translator } from './translator.js';
export type { Words } from './words.js';
