import type { FieldError } from '../../graphql/errors.js';

/** Fields whose parts have no input of their own: `tags.2.weight` is shown at `tags`. */
const WHOLE_FIELDS = ['tags', 'cooperationForms', 'neverMatchWith'];

/** The path of the input that shows a problem. */
export function fieldPath(path: string): string {
  const [first = ''] = path.split('.');
  return WHOLE_FIELDS.includes(first) ? first : path;
}

export const fieldId = (path: string): string => `field-${fieldPath(path)}`;

/** Problems by input, the first of each. */
export function formErrors(problems: readonly FieldError[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of problems) errors[fieldPath(path)] ??= message;
  return errors;
}
