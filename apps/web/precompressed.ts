import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|svg)$/;
/** Below this a second file is hardly worth its request. */
const SMALLEST_BYTES = 1024;

/**
 * Writes each file of the pages compressed beside itself (`.br`, `.gz`), so that the API sends a
 * third of the bytes and compresses nothing while somebody waits.
 */
export function precompressed(): Plugin {
  return {
    name: 'wilma:precompressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < SMALLEST_BYTES) return;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params: size }));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}
