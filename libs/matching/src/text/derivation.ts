/** Words that German makes of others without a dictionary taking note of them. */

const PREFIX = ['ab', 'an', 'auf', 'aus', 'be', 'bei', 'dar', 'durch', 'ein', 'ent', 'er', 'fort']
  .concat(['ge', 'her', 'hin', 'los', 'mit', 'nach', 'neu', 'rück', 'rein', 'über', 'um', 'un'])
  .concat(['unter', 'ver', 'vor', 'weiter', 'wieder', 'zer', 'zu', 'zurück', 'zusammen']);
export const PREFIXES = new RegExp(`^(?:${PREFIX.join('|')})`);
const NOUN_OF_VERB = /^(.{2,}?)(?:(ung)(?:s|en)?|(er|erin|erei)(?:s|n|nen|en)?)$/;
/** What makes an adjective of other words, known or not. */
const ADJECTIVAL = /.{3}(?:ig|lich|bar|sam|isch|los|haft|iv|al|är)$/;
/** Before nouns: together they are one word with a meaning of its own, like "Vorplatz". */
export const BEFORE_NOUNS =
  /^(?:vor|nach|über|unter|rück|mit|gegen|wieder|um|auf|aus|an|ab|ein|bei|un|ur|miss|zu)(?=.{3})/;
const QUALITY = /^(.{3,})(heit|keit|igkeit|lichkeit|barkeit|samkeit)(?:s|en)?$/;
const FOREIGN =
  /^(?!(?:al|ar|at|on|iv)i[sz])(.{3,})(ierung|ation|ition|logie|graphie|grafie|metrie|ität|ismus|istik|yse|skop|lyse)(?:s|en|n)?$/;

/** The last two letters of whatever the patterns above can match: most rows of letters end otherwise. */
const LAST_LETTERS = new Set(
  [
    'ng',
    'gs',
    'en',
    'er',
    'rs',
    'rn',
    'in',
    'ei',
    'it',
    'ts',
    'on',
    'ns',
    'ie',
    'ät',
    'us',
    'ms',
  ].concat(['ik', 'ks', 'se', 'op', 'ps', 'es', 'is', 'sm', 'ss']),
);

export interface Derived {
  /** Without the ending of a plural or the linking sound. */
  readonly base: string;
  readonly cost: number;
}

export interface KnownWords {
  /** Whether something is the stem of a known verb. */
  readonly isStem: (letters: string) => boolean;
  /** Whether something is a known adjective or noun. */
  readonly isWord: (letters: string) => boolean;
}

/**
 * Whether a row of letters is a noun made of a verb or adjective, or a foreign one by its ending.
 * @param isWhole whether these are all letters of a word, not a part of it
 */
export function derivedFrom(
  letters: string,
  { isStem, isWord }: KnownWords,
  isWhole: boolean,
): Derived | null {
  if (!LAST_LETTERS.has(letters.slice(-2))) return null;
  const verbal = NOUN_OF_VERB.exec(letters);
  if (verbal !== null) {
    const [, root = '', action, agent] = verbal;
    const base = root + (action ?? agent ?? '');
    const linked = action !== undefined || letters === base || !letters.endsWith('s') ? 0 : 0.3;
    const cost = costOfRoot(root, isStem, action !== undefined);
    if (cost !== null) return { base, cost: cost + linked };
  }
  const quality = QUALITY.exec(letters);
  if (quality !== null) {
    const [, root = '', ending = ''] = quality;
    const isKnown = isWord(root);
    if (isKnown || ADJECTIVAL.test(root)) return { base: root + ending, cost: isKnown ? 0.3 : 1 };
  }
  const foreign = FOREIGN.exec(letters);
  if (foreign === null) return null;
  const length = isWhole ? 0.5 + 0.4 * Math.max(0, letters.length - 12) : 0.7;
  return { base: (foreign[1] ?? '') + (foreign[2] ?? ''), cost: 1.5 + length };
}

/** By up to two prefixes; an unknown root counts with a prefix before and "-ung" behind it. */
function costOfRoot(root: string, isStem: KnownWords['isStem'], isAction: boolean): number | null {
  if (isStem(root)) return 0.15;
  const once = root.replace(PREFIXES, '');
  if (once === root) return null;
  if (isStem(once)) return 0.4;
  const twice = once.replace(PREFIXES, '');
  if (twice !== once && isStem(twice)) return 0.6;
  return isAction && twice.length >= 3 && root.length >= 6
    ? 2.5 + 0.5 * Math.max(0, twice.length - 5)
    : null;
}
