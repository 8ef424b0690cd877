import type { Trial } from './trial.js';

/** A mutation; arguments are written as in GraphQL, with the values of variables by name. */
export function doing(
  field: string,
  args: Readonly<Record<string, unknown>>,
  fields = '{ id }',
): Trial {
  const passed = Object.entries(args).map(([name, value]) => `${name}: ${literal(value)}`);
  const brackets = passed.length === 0 ? '' : `(${passed.join()})`;
  return { query: `mutation { ${field}${brackets} ${fields} }` };
}

/** Enum values and variables of GraphQL are no strings. */
class Word {
  constructor(readonly text: string) {}
}
export const word = (text: string): Word => new Word(text);

function literal(value: unknown): string {
  if (value instanceof Word) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${literal(inner)}`)
      .join()}}`;
  }
  return JSON.stringify(value);
}
