// Packages and our own modules are evaluated once a worker, only what belongs to tests once a file.
// Otherwise every file would evaluate NestJS, TypeORM and the rest anew and build their classes,
// which takes longer than most files' tests.
import { join, sep } from 'node:path';
import Runtime from 'jest-runtime';

const PACKAGES = `${sep}node_modules${sep}`;
const SOURCES = `${sep}src${sep}`;
const CLI = join(sep, 'apps', 'cli', sep);

const isAsked = (specifier) => specifier !== undefined && !/^(@jest\/|node:)/.test(specifier);
/** The command line reads its settings when it is loaded; fixtures belong to tests. */
const isOfOneFile = (path) => path.includes(CLI) || /\.(fixture|spec)\.ts$/.test(path);
const isShared = (path) =>
  path.includes(PACKAGES) || (path.includes(SOURCES) && !isOfOneFile(path));

/** Made with the first file and never torn down: packages import things whenever they like. */
let shared;
let loaded = Promise.resolve();

/** One at a time: two that are linked at once would meet half linked modules. */
function loadShared(...request) {
  const { esmLoader } = shared;
  // Linked at once: whoever links a module decides where its own imports come from.
  const load = async () =>
    esmLoader.linkAndEvaluateModule(await esmLoader.resolveModule(...request));
  const module = loaded.then(load);
  loaded = module.catch(() => undefined);
  return module;
}

export default class SharingRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    shared ??= new Runtime(...args);
    const { esmLoader } = this;
    const resolveOwn = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = async (specifier, from, context) => {
      const isOfAll =
        isAsked(specifier) && isShared(await this._resolution.resolveEsmAsync(from, specifier));
      return isOfAll ? loadShared(specifier, from, context) : resolveOwn(specifier, from, context);
    };
  }

  requireModule(from, name, options, isActual) {
    const isOfAll =
      !options?.isInternalModule &&
      isAsked(name) &&
      isShared(this._resolution.resolveCjs(from, name));
    return isOfAll
      ? shared.requireModule(from, name, options, isActual)
      : super.requireModule(from, name, options, isActual);
  }
}
