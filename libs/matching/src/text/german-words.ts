import { VERBS_AND_OTHERS } from './words/others.js';
import { NOUNS_OF_PEOPLE } from './words/people.js';
import { NOUNS_OF_THINGS } from './words/things.js';
import { WHOLE_WORDS } from './words/whole.js';

/**
 * Words that compounds are made of, as a dictionary has them: nouns with a capital, verbs by their
 * infinitive, everything else in lower case. Behind a word stands "*" where others are more likely,
 * "!" where its look would mislead about its kind, and ":" before forms that no rule gives.
 */
export const GERMAN_WORDS = [WHOLE_WORDS, NOUNS_OF_THINGS, NOUNS_OF_PEOPLE, VERBS_AND_OTHERS].join(
  ' ',
);
