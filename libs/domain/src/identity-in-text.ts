/** What would tell who wrote a text. */
export interface Identity {
  /** Empty where the organisation is named to everybody anyway, and so are the next. */
  readonly organisations: readonly string[];
  /** Websites and mail addresses. */
  readonly hosts: readonly string[];
  readonly people: readonly string[];
  readonly phones: readonly string[];
}

const LEGAL_FORM =
  /^(gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|se|eg|ev|e|v|ggmbh|co|und|and|haftungsbeschrankt)$/;
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu;
const SALUTATIONS = ['frau', 'herr', 'herrn', 'ms', 'mrs', 'mr', 'dr', 'prof'];
const MAIL = /[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+/;
const NUMBER = /[\d\s()/.+-]+/g;
/** A phone number is told apart by its last digits: area codes are written in many ways. */
const PHONE_DIGITS = 6;

/** Words as one may type them: without case, accents, signs and what belongs to a legal form. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LEGAL_FORM.test(word));

/** Without spaces, so that a name is found however it is broken up. */
const squeezed = (words: readonly string[]): string => words.join('');

/** What a name is known by: without legal form, and by its acronyms alone. */
function organisationNames(name: string): string[] {
  return [squeezed(wordsOf(name)), ...(name.match(ACRONYM) ?? []).flatMap(wordsOf)];
}

/** A last name alone may be a common word, such as Klein: it counts behind a salutation. */
function personNames(name: string): string[] {
  const words = wordsOf(name).filter((word) => !SALUTATIONS.includes(word));
  const last = words.at(-1) ?? '';
  return [squeezed(words), ...SALUTATIONS.map((salutation) => `${salutation}${last}`)];
}

/** Whether the words of the text in a row, squeezed together, are the name. */
function holdsName(words: readonly string[], name: string): boolean {
  if (name === '') return false;
  return words.some((_, start) => {
    let run = '';
    for (let end = start; end < words.length && run.length < name.length; end += 1) {
      run += words[end] ?? '';
    }
    return run === name;
  });
}

const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(https?:\/\/|.*@)/, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Whether a text would tell who wrote it: a name of the organisation or of a person, a host or a
 * phone number of theirs, or any mail address at all. For what is passed on before both said yes.
 */
export function revealsIdentity(text: string, identity: Identity): boolean {
  if (MAIL.test(text)) return true;
  const words = wordsOf(text);
  const names = [
    ...identity.organisations.flatMap(organisationNames),
    ...identity.people.flatMap(personNames),
  ];
  if (names.some((name) => holdsName(words, name))) return true;
  const lower = text.toLowerCase();
  const hosts = identity.hosts.map(hostOf);
  if (hosts.some((host) => host !== '' && lower.includes(host))) return true;
  const numbers = (text.match(NUMBER) ?? []).map(digitsOf);
  return identity.phones
    .map((phone) => digitsOf(phone).slice(-PHONE_DIGITS))
    .some((end) => end.length === PHONE_DIGITS && numbers.some((number) => number.includes(end)));
}
