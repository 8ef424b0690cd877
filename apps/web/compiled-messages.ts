import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { FIRST_MESSAGES } from './src/lang/first-messages.js';

const MESSAGE_FILE = /\/src\/lang\/[a-z]+\.json\?part=(first|rest)$/;

/**
 * Parses the ICU messages while building, so that the browser needs no parser: smaller, and faster
 * on the first paint. Makes two modules of a file: what the first pages show, and all the rest.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'wilma:compiled-messages',
    enforce: 'pre',
    transform(source, id) {
      const [, part] = MESSAGE_FILE.exec(id) ?? [];
      if (part === undefined) return null;
      const messages = JSON.parse(source) as Record<string, string>;
      const compiled = Object.entries(messages)
        .filter(([key]) => FIRST_MESSAGES.test(key) === (part === 'first'))
        .map(([key, text]) => [key, compile(text)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))};`,
        moduleType: 'js',
        map: null,
      };
    },
  };
}

/** A message without any placeholder stays a text. */
function compile(text: string): unknown {
  const hasSyntax = /[{}<>'#]/.test(text);
  return hasSyntax ? parse(text) : text;
}
