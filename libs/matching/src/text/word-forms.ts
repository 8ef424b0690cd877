/** How a German word can look inside a compound. */
export interface WordForm {
  readonly written: string;
  /** What the form costs: 0 as usual, more the less it is expected. */
  readonly cost: number;
}

export interface WordForms {
  /** Before another part, with its linking sound. */
  readonly before: readonly WordForm[];
  /** As the last part: plurals and cases, too. */
  readonly last: readonly WordForm[];
}

const UMLAUT: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü' };
/** Always linked by an s: "Reaktionskinetik". */
const LINKED_BY_S = /(?:ung|heit|keit|schaft|ion|tät|ling|tum)$/;
/** Foreign endings that a plural replaces: "Zentren", "Themen", "Praxen". */
const FOREIGN_ENDING = /(?:um|us|a|is)$/;
/** A verb's stem that needs an e to be spoken: "Ladesäule", "Bindemittel". */
const SPOKEN_WITH_E = /[dtgbsl]$/;

const forms = (cost: number, ...written: string[]): WordForm[] =>
  written.map((one) => ({ written: one, cost }));

/** The last a, o, au or u with its two dots; none where the word has no such vowel there. */
function withUmlaut(word: string): string | null {
  const found = /^(.*?)(a(?=u)|[aou])([^aeiouäöü]*|u[^aeiouäöü]*|[^aeiouäöü]+e[lrn])$/.exec(word);
  if (found === null) return null;
  const [, before = '', vowel = '', after = ''] = found;
  return before + (UMLAUT[vowel] ?? vowel) + after;
}

/** @param noun in lower case, in the nominative singular */
export function formsOfNoun(noun: string): WordForms {
  const umlaut = withUmlaut(noun);
  if (LINKED_BY_S.test(noun)) {
    const before = [...forms(0, `${noun}s`), ...forms(0.7, noun), ...forms(0.4, `${noun}en`)];
    return { before, last: [...forms(0, noun), ...forms(0.2, `${noun}en`, `${noun}e`)] };
  }
  if (noun.endsWith('e')) {
    const short = noun.slice(0, -1);
    const before = [
      ...forms(0, `${noun}n`),
      ...forms(0.3, noun, short),
      ...forms(0.6, `${short}s`, `${noun}ns`),
    ];
    return { before, last: [...forms(0, noun), ...forms(0.2, `${noun}n`, `${noun}s`)] };
  }
  if (/e[rln]$/.test(noun)) {
    const bent = [`${noun}n`, `${noun}s`, ...(umlaut === null ? [] : [umlaut, `${umlaut}n`])];
    return {
      before: [...forms(0, noun), ...forms(0.3, ...bent)],
      last: [...forms(0, noun), ...forms(0.2, ...bent)],
    };
  }
  return formsOfOther(noun, umlaut);
}

function formsOfOther(noun: string, umlaut: string | null): WordForms {
  const foreign = FOREIGN_ENDING.test(noun) ? [noun.replace(FOREIGN_ENDING, 'en')] : [];
  const doubled = noun.endsWith('in') ? [`${noun}nen`] : [];
  const plurals = [`${noun}e`, `${noun}en`, `${noun}er`, ...foreign, ...doubled].concat(
    umlaut === null ? [] : [`${umlaut}e`, `${umlaut}er`],
    noun.endsWith('nis') ? [`${noun}se`] : [],
  );
  const before = [
    ...forms(0, noun),
    ...forms(0.2, `${noun}s`, `${noun}es`),
    ...forms(0.3, ...plurals),
  ];
  const datives = plurals.filter((one) => /e[r]?$/.test(one)).map((one) => `${one}n`);
  const cases = [`${noun}s`, `${noun}es`, ...plurals, ...datives];
  return { before, last: [...forms(0, noun), ...forms(0.3, ...cases)] };
}

/** The stem of an infinitive, as in "prüf-en", "förder-n". */
export const stemOfVerb = (verb: string): string => verb.replace(/(?<=e[rl])n$|en$/, '');

/** @param verb its infinitive in lower case */
export function formsOfVerb(verb: string): WordForms {
  const stem = stemOfVerb(verb);
  const spoken = SPOKEN_WITH_E.test(stem) ? forms(0.4, `${stem}e`) : [];
  return { before: [...forms(0.1, stem), ...spoken], last: forms(0.35, verb) };
}
