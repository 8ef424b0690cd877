/** Endings that German and English share in different spelling, longest first. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:isierung|i[sz]ation)$/, 'is'],
  [/(?:ierung|ation|ion)(?:en|s)?$/, 'a'],
  [/(?:itat|itaten|iti|ities)$/, 'it'],
  [/(?:ismus|ism)$/, 'ism'],
  [/(?:isch|ische|ischer|isches|ischen|ikal|iks|ik|ie|i)$/, 'i'],
  [/(?:ises|isis|isen|ise|ese|esis)$/, 'is'],
  [/(?:asis|ase)$/, 'as'],
  [/(?:oren|ors|or|er|ers|ere|eren)$/, 'r'],
  [/(?:ente|enten|ents|ent)$/, 'nt'],
  [/(?:en|es|e|s|n)$/, ''],
];
const SHORTEST_WORD = 6;
const SHORTEST_KEY = 4;
const CACHED = 50_000;
const cache = new Map<string, string | null>();

/**
 * What a word of German and its English relative have in common, so that "Elektrolyse" meets
 * "electrolysis" where a vocabulary has labels in one language only; none for short words, which
 * look alike by chance.
 * @param word in lower case
 */
export function cognateOf(word: string): string | null {
  if (word.length < SHORTEST_WORD) return null;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const key = keyOf(word);
  if (cache.size >= CACHED) cache.clear();
  cache.set(word, key);
  return key;
}

function keyOf(word: string): string | null {
  const spelt = word
    .replaceAll('ä', 'a')
    .replaceAll('ö', 'o')
    .replaceAll('ü', 'u')
    .replaceAll('ß', 'ss')
    .replaceAll(/ae|oe/g, 'e')
    .replaceAll('ph', 'f')
    .replaceAll(/([tr])h/g, '$1')
    .replaceAll(/c(?=[eiy])/g, 'z')
    .replaceAll(/ck|c(?!h)|q/g, 'k')
    .replaceAll('y', 'i')
    .replaceAll('x', 'ks')
    .replaceAll(/(.)\1/g, '$1');
  const found = ENDINGS.find(([ending]) => ending.test(spelt));
  const root = found === undefined ? spelt : spelt.replace(found[0], found[1]);
  return root.length < SHORTEST_KEY ? null : `~${root}`;
}
