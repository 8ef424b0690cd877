/** Control characters other than tab and line breaks. */
// eslint-disable-next-line no-control-regex -- the control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
/** In Unicode mode this finds surrogates without their pair only. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text can be stored and shown: well-formed, without control characters. */
export const isCleanText = (text: string): boolean =>
  !CONTROL.test(text) && !LONE_SURROGATE.test(text);

/**
 * Folds case, accents, umlauts and ß, so that "Kälte", "Kaelte" and "KÄLTE" meet, whether the
 * umlaut is one character or, as some systems copy it, two.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim();
