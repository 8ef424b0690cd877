import type { ErrorCode, FieldProblem, Locale, ProblemKey } from '@wilma/domain';
import * as de from './de.js';
import * as en from './en.js';
import { translator } from './translator.js';

const text = translator({ de: de.problems, en: en.problems });
const CODES = { de: de.codes, en: en.codes };

/**
 * The sentence for a problem with one input. Where a value that its sentence needs is missing, the
 * sentence says less rather than nothing.
 */
export function problemText(
  problem: ProblemKey,
  locale: Locale,
  values?: FieldProblem['values'],
): string {
  try {
    return text(locale)(problem, values);
  } catch {
    return text(locale)('invalid');
  }
}

/** The sentence for a refusal as a whole. */
export const codeText = (code: ErrorCode, locale: Locale): string => CODES[locale][code];
