import type { Plugin } from 'vite';

const DOCUMENTS = '/graphql/generated/graphql.ts';
const DOCUMENT = /^export const (\w+) = .*$/gm;
const OF_ONE = /\?document=(\w+)$/;

/**
 * Makes a module of each GraphQL document, so that a page loads those that it sends. They are
 * generated into one file, which would be loaded with the first page as a whole.
 */
export function documentsByPage(): Plugin {
  const documents = new Map<string, string>();
  return {
    name: 'wilma:documents-by-page',
    apply: 'build',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith(DOCUMENTS)) return null;
      for (const [line, name = ''] of source.matchAll(DOCUMENT)) documents.set(name, line);
      const exported = source.replaceAll(
        DOCUMENT,
        (_, name: string) => `export { ${name} } from ${JSON.stringify(`${id}?document=${name}`)};`,
      );
      return { code: exported, map: null };
    },
    load(id) {
      const document = documents.get(OF_ONE.exec(id)?.[1] ?? '');
      if (document === undefined) return null;
      return { code: document.replace(/ as unknown as .*;$/, ';'), moduleSideEffects: false };
    },
  };
}
