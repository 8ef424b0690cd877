import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const MESSAGE_FILE = /\/src\/lang\/[a-z]+\.json$/;

/**
 * Parses the ICU messages while building, so that the browser needs no parser: smaller, and faster
 * on the first paint.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'wilma:compiled-messages',
    enforce: 'pre',
    transform(source, id) {
      if (!MESSAGE_FILE.test(id)) return null;
      const messages = JSON.parse(source) as Record<string, string>;
      const compiled = Object.entries(messages).map(([key, text]) => [key, compile(text)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}

/** A message without any placeholder stays a text. */
function compile(text: string): unknown {
  const hasSyntax = /[{}<>'#]/.test(text);
  return hasSyntax ? parse(text) : text;
}
