import { values } from './vocabulary.js';

/** What would tell who wrote a text. */
export interface Identity {
  /** Empty where the organisation is named to everybody anyway, and so are the next. */
  readonly organisations: readonly string[];
  /** Websites and mail addresses. */
  readonly hosts: readonly string[];
  readonly people: readonly string[];
  readonly phones: readonly string[];
  /** Single words by which an organisation or its products are known. */
  readonly words?: readonly string[];
  /** Places at which it is the only one of its kind. */
  readonly places?: readonly string[];
}

export const RevelationKind = values('ORGANISATION', 'ADDRESS', 'PERSON', 'PHONE', 'PLACE');
export type RevelationKind = keyof typeof RevelationKind;

/** What in a text tells who wrote it. */
export interface Revelation {
  readonly kind: RevelationKind;
  /** As it stands in the text. */
  readonly quote: string;
}

const LEGAL_FORM =
  /^(gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|se|eg|ev|e|v|ggmbh|co|und|and|haftungsbeschrankt)$/;
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu;
const SALUTATIONS = ['frau', 'herr', 'herrn', 'ms', 'mrs', 'mr', 'dr', 'prof'];
const MAIL = /[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+/g;
const NUMBER = /[\d\s()/.+-]+/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** A phone number is told apart by its last digits: area codes are written in many ways. */
const PHONE_DIGITS = 6;

/** A word as it is compared, and where it stands. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** As one may type it: without case and accents. */
const folded = (word: string): string =>
  word.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');

/** Words without signs and what belongs to a legal form. */
const placedWords = (text: string): Word[] =>
  [...text.matchAll(WORD)]
    .flatMap(({ 0: written, index }) =>
      // What is one letter to the eye may be several signs, such as ﬁ or ½.
      folded(written)
        .split(/[^\p{L}\p{N}]+/u)
        .map((word) => ({ word, start: index, end: index + written.length })),
    )
    .filter(({ word }) => word !== '' && !LEGAL_FORM.test(word));

const wordsOf = (text: string): string[] => placedWords(text).map(({ word }) => word);

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

/** Where words of the text in a row, squeezed together, are the name. */
function placesOf(words: readonly Word[], name: string): [start: number, end: number][] {
  if (name === '') return [];
  return words.flatMap(({ start }, first): [number, number][] => {
    let run = '';
    for (let at = first; at < words.length && run.length < name.length; at += 1) {
      run += words[at]?.word ?? '';
      if (run === name) return [[start, words[at]?.end ?? start]];
    }
    return [];
  });
}

const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(https?:\/\/|.*@)/, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function phonesIn(text: string, phones: readonly string[]): string[] {
  const ends = phones
    .map((phone) => digitsOf(phone).slice(-PHONE_DIGITS))
    .filter((end) => end.length === PHONE_DIGITS);
  return (text.match(NUMBER) ?? [])
    .filter((number) => ends.some((end) => digitsOf(number).includes(end)))
    .map((number) => number.replaceAll(/^[^\d+]+|\D+$/g, ''));
}

/** Without the end of the sentence. */
const mailsIn = (text: string): string[] =>
  (text.match(MAIL) ?? []).map((mail) => mail.replace(/[.!?]+$/, ''));

function hostsIn(text: string, addresses: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return addresses
    .map(hostOf)
    .filter((host) => host !== '')
    .flatMap((host) => {
      const at = lower.indexOf(host);
      return at < 0 ? [] : [text.slice(at, at + host.length)];
    });
}

/**
 * What in a text would tell who wrote it: a name of the organisation, of a person or a place, a host
 * or a phone number of theirs, or any mail address at all. Each quote once.
 */
export function revelationsIn(text: string, identity: Identity): Revelation[] {
  const words = placedWords(text);
  const named = (kind: RevelationKind, names: readonly string[]): Revelation[] =>
    names.flatMap((name) =>
      placesOf(words, name).map(([start, end]) => ({ kind, quote: text.slice(start, end) })),
    );
  const quoted = (kind: RevelationKind, quotes: readonly string[]): Revelation[] =>
    quotes.map((quote) => ({ kind, quote }));
  const { organisations, hosts, people, phones, words: known = [], places = [] } = identity;
  const found = [
    ...quoted('ADDRESS', [...mailsIn(text), ...hostsIn(text, hosts)]),
    ...named('ORGANISATION', organisations.flatMap(organisationNames)),
    ...named('ORGANISATION', known.map(folded)),
    ...named('PERSON', people.flatMap(personNames)),
    ...quoted('PHONE', phonesIn(text, phones)),
    ...named(
      'PLACE',
      places.map((place) => squeezed(wordsOf(place))),
    ),
  ];
  return found.filter(
    ({ quote }, at) =>
      !found.some(
        (other, place) =>
          other.quote.includes(quote) && (other.quote.length > quote.length || place < at),
      ),
  );
}

/** Whether a text would tell who wrote it. For what is passed on before both said yes. */
export const revealsIdentity = (text: string, identity: Identity): boolean =>
  revelationsIn(text, identity).length > 0;

const SHORTEST_WORD = 5;

/** Words of names and addresses that might tell by themselves whose they are. */
export const tellingWords = (names: readonly string[], addresses: readonly string[]): string[] => [
  ...new Set(
    [...names, ...addresses.map((address) => hostOf(address).replace(/\.[^.]*$/, ''))]
      .flatMap(wordsOf)
      .filter((word) => word.length >= SHORTEST_WORD && !/^\d+$/.test(word)),
  ),
];
