// Puts the programs and the packages that they use into a few files. A process then starts in half
// the time: most of it went into finding and opening some thousand files.
import { relative, resolve, sep } from 'node:path';
import { rolldown } from 'rolldown';

/** Native code, and what @nestjs/mapped-types looks up by itself: there must be one of each. */
const LEFT_OUTSIDE = [/^@node-rs\/argon2/, /^class-(transformer|validator)/];
/** Said of packages that are asked for and may be absent, such as other databases' drivers. */
const EXPECTED = ['UNRESOLVED_IMPORT', 'EVAL', 'COMMONJS_VARIABLE_IN_ESM'];

const PROGRAMS = ['api', 'worker', 'cli'];

/** Bundles the programs that were compiled to a folder into its `programs/`. */
export async function bundle(compiled) {
  const folder = resolve(compiled, 'programs');
  const mains = PROGRAMS.map((name) => [name, resolve(compiled, 'apps', name, 'src/main.js')]);
  const bundler = await rolldown({
    input: Object.fromEntries(mains),
    platform: 'node',
    external: LEFT_OUTSIDE,
    transform: { define: { 'process.env.NODE_ENV': JSON.stringify('production') } },
    plugins: [filesStayWhereTheyAre(folder), oneTypeorm],
    onLog(level, log, report) {
      if (!EXPECTED.includes(log.code)) report(level, log);
    },
  });
  try {
    await bundler.write({ dir: folder, format: 'esm', keepNames: true });
  } finally {
    await bundler.close();
  }
}

/** Data and pages lie beside the compiled files, wherever the code is put. */
const filesStayWhereTheyAre = (folder) => ({
  name: 'files-stay-where-they-are',
  transform: {
    filter: { id: { exclude: /node_modules/ }, code: 'import.meta.url' },
    handler(code, id) {
      const place = JSON.stringify(relative(folder, id).replaceAll(sep, '/'));
      return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
    },
  },
});

/** It would read TypeORM from its folder a second time, to find out that it is no old version. */
const oneTypeorm = {
  name: 'one-typeorm',
  transform: {
    filter: { id: /@nestjs\/typeorm\/dist\/common\/typeorm-compat/ },
    handler: (code) => code.replace("require('typeorm')", '({})'),
  },
};
