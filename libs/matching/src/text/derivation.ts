/** Words that German makes of others without a dictionary taking note of them. */

const PREFIX = ['ab', 'an', 'auf', 'aus', 'be', 'bei', 'dar', 'durch', 'ein', 'ent', 'er', 'fort']
  .concat(['ge', 'her', 'hin', 'los', 'mit', 'nach', 'neu', 'rück', 'rein', 'über', 'um', 'un'])
  .concat(['unter', 'ver', 'vor', 'weiter', 'wieder', 'zer', 'zu', 'zurück', 'zusammen']);
const PREFIXES = new RegExp(`^(?:${PREFIX.join('|')})`);
const NOUN_OF_VERB = /^(.{2,}?)(?:(ung)(?:s|en)?|(er|erin|erei)(?:s|n|nen|en)?)$/;
const QUALITY = /^(.{3,})(heit|keit|igkeit|lichkeit|barkeit|samkeit)(?:s|en)?$/;
const FOREIGN =
  /^(.{3,})(ierung|isierung|ation|ition|logie|graphie|grafie|metrie|ität|ismus|istik|yse|skop|lyse)(?:s|en|n)?$/;

export interface Derived {
  /** Without the ending of a plural or the linking sound. */
  readonly base: string;
  readonly cost: number;
}

/**
 * Whether a row of letters is a noun made of a verb or adjective, or a foreign one by its ending.
 * @param isStem whether something is the stem of a known verb
 * @param isWord whether something is a known adjective or noun
 */
export function derivedFrom(
  letters: string,
  isStem: (letters: string) => boolean,
  isWord: (letters: string) => boolean,
): Derived | null {
  const verbal = NOUN_OF_VERB.exec(letters);
  if (verbal !== null) {
    const [, root = '', action, agent] = verbal;
    const base = root + (action ?? agent ?? '');
    const linked = action !== undefined || letters === base || !letters.endsWith('s') ? 0 : 0.3;
    const cost = costOfRoot(root, isStem, action !== undefined);
    if (cost !== null) return { base, cost: cost + linked + (base.endsWith('er') ? 0.2 : 0) };
  }
  const quality = QUALITY.exec(letters);
  if (quality !== null && isWord(quality[1] ?? '')) {
    return { base: (quality[1] ?? '') + (quality[2] ?? ''), cost: 0.3 };
  }
  const foreign = FOREIGN.exec(letters);
  return foreign === null
    ? null
    : { base: (foreign[1] ?? '') + (foreign[2] ?? ''), cost: 1.5 + 0.1 * letters.length };
}

/** By up to two prefixes; an unknown root counts with a prefix before and "-ung" behind it. */
function costOfRoot(
  root: string,
  isStem: (letters: string) => boolean,
  isAction: boolean,
): number | null {
  if (isStem(root)) return 0.2;
  const once = root.replace(PREFIXES, '');
  if (once === root) return null;
  if (isStem(once)) return 0.4;
  const twice = once.replace(PREFIXES, '');
  if (twice !== once && isStem(twice)) return 0.6;
  return isAction && twice.length >= 3 && root.length >= 6 ? 2.5 : null;
}
