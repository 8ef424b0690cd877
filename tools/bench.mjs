// `npm run bench -- flow`: measures the built programs with production settings; `npm run bench`
// alone lists what can be measured. Results go to standard output, progress to standard error.
import { buildPrograms, install } from './ensure.mjs';
import { asProgram, Refusal } from './program.mjs';

/** Each is a module of ./bench/ that exports `run(args, { signal, say })`. */
const benches = {
  flow: 'from a need handed in to its suggestions, from an approval to both mails',
  recompute: 'all matches of the demo data, from reading its texts to the ranked lists',
  tags: 'suggesting tags for a text, with 1,000 tags and with 80,000',
  search: 'what visitors search among 20,000 postings, with and without facets',
};
const say = console.error;

await asProgram(async (signal) => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) {
    console.log(list());
    return;
  }
  if (!Object.hasOwn(benches, name)) throw new Refusal(`There is no bench "${name}".\n${list()}`);
  await install({ say, signal });
  await buildPrograms({ say, signal });
  // Imported only now: their packages are there after the installation.
  const bench = await import(`./bench/${name}.mjs`);
  await bench.run(args, { signal, say });
});

function list() {
  const lines = Object.entries(benches).map(([name, what]) => `npm run bench -- ${name}   ${what}`);
  return lines.join('\n');
}
