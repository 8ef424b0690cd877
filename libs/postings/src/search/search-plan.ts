import { type AskedWord, isKnown, type MetLabel } from './asked-word.js';

/** One thing that is searched: a word, or several that name a tag together. */
export interface SearchUnit {
  /** Conditions of which any finds a text (syntax of tsquery): what was asked for itself. */
  readonly exact: readonly string[];
  /** The same for what is near it: compounds, beginnings, narrower tags, other words for it. */
  readonly near: readonly string[];
}

export interface SearchPlan {
  readonly units: readonly SearchUnit[];
  /** Tags that the search names. */
  readonly tags: readonly string[];
  /** Words that are known nowhere, and were left out. */
  readonly ignored: readonly string[];
}

/** Things near those asked for that one search looks for at most, and near one word at least. */
const NEAR = { search: 24, word: 6 } as const;
/** Part of these that may be compounds: there can be many, each in few texts. */
const COMPOUNDS = 1 / 3;
const PREFIX = 4;

/** All tags below a tag. */
export type Narrower = (tag: string) => readonly string[];

/** What to search for by what is known of the words that were asked for. */
export function planOf(asked: readonly AskedWord[], narrower: Narrower): SearchPlan {
  const telling = asked.filter(({ isStop, word }) => !isStop && word.length > 1);
  const words = telling.length > 0 ? telling : asked;
  const known = words.filter(isKnown);
  // Where nothing is known, drafts of one's own or names of organisations may still hold it.
  const searched = known.length > 0 ? known : words;
  const names = namesIn(searched);
  // The more words, the less is needed beside each.
  const most = Math.max(NEAR.word, Math.floor(NEAR.search / Math.max(1, searched.length)));
  const single = searched.filter((word) => !names.some((name) => name.words.includes(word)));
  return {
    units: [
      ...names.map((name) => unitOfName(name, narrower, most)),
      ...single.map((word) => unitOfWord(word, narrower, most)),
    ],
    tags: distinct([
      ...names.flatMap(({ labels }) => labels.map(({ tag }) => tag)),
      ...single.flatMap((word) => wholeLabels(word).map(({ tag }) => tag)),
    ]),
    ignored: words.filter((word) => !searched.includes(word)).map(({ spelling }) => spelling),
  };
}

/** Words of a search that name a tag together, such as "district heating". */
interface Name {
  readonly words: readonly AskedWord[];
  readonly labels: readonly MetLabel[];
}

/** The longest names in a search, each of its words in one of them at most. */
function namesIn(words: readonly AskedWord[]): Name[] {
  const met = new Map<string, { words: AskedWord[]; label: MetLabel }>();
  for (const word of words) {
    for (const label of word.labels.filter(({ isItself, size }) => isItself && size > 1)) {
      const key = `${label.tag} ${label.phrase}`;
      const { words: before } = met.get(key) ?? { words: [] };
      met.set(key, { words: [...before, word], label });
    }
  }
  const whole = [...met.values()]
    .filter((one) => one.words.length >= one.label.size)
    .sort((a, b) => b.words.length - a.words.length);
  const names: { words: readonly AskedWord[]; labels: MetLabel[] }[] = [];
  for (const { words: its, label } of whole) {
    const same = names.find((name) => its.every((word) => name.words.includes(word)));
    if (same?.words.length === its.length) same.labels.push(label);
    else if (!names.some((name) => its.some((word) => name.words.includes(word)))) {
      names.push({ words: its, labels: [label] });
    }
  }
  return names;
}

function unitOfName({ words, labels }: Name, narrower: Narrower, most: number): SearchUnit {
  const parts = words.map((word) => unitOfWord(word, () => [], most));
  const all = (of: (unit: SearchUnit) => readonly string[]): string =>
    `(${parts.map((unit) => `(${of(unit).join(' | ')})`).join(' & ')})`;
  const { tags, near } = meaningOf(labels, narrower);
  return {
    exact: [...tags, all(({ exact }) => exact)],
    near: [...near, all((unit) => [...unit.exact, ...unit.near])].slice(-most),
  };
}

function unitOfWord(word: AskedWord, narrower: Narrower, most: number): SearchUnit {
  const { tags, near } = meaningOf(wholeLabels(word), narrower);
  const partly = word.labels.filter((label) => !isWhole(label)).map(({ tag }) => atomOf(tag));
  const begun = word.base.length >= PREFIX ? [`${word.base}:*`] : [];
  const exact = distinct([...word.stems, ...tags]);
  const compounds = word.compounds.slice(0, Math.round(most * COMPOUNDS));
  const others = [...begun, ...compounds, ...partly, ...near];
  return {
    exact,
    near: distinct(others.filter((atom) => !exact.includes(atom))).slice(0, most),
  };
}

/** The tags that labels name, and what is near them: narrower tags, other words in texts. */
function meaningOf(
  labels: readonly MetLabel[],
  narrower: Narrower,
): { readonly tags: string[]; readonly near: string[] } {
  const ids = distinct(labels.map(({ tag }) => tag));
  const below = ids.flatMap(narrower).filter((tag) => !ids.includes(tag));
  return {
    tags: ids.map(atomOf),
    near: distinct([
      ...labels.flatMap(({ others }) => others.map((phrase) => `(${phrase})`)),
      ...below.map(atomOf),
    ]),
  };
}

const isWhole = ({ isItself, size }: MetLabel): boolean => isItself && size === 1;
const wholeLabels = ({ labels }: AskedWord): MetLabel[] => labels.filter(isWhole);

/** Tags stand among the words of a posting under their ids. */
const atomOf = (tag: string): string => `'#${tag.replaceAll(/['\\]/g, String.raw`\$&`)}'`;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
