// Packages are evaluated once a worker, our own modules once a file. Otherwise every file would
// evaluate NestJS, TypeORM and the rest anew, which takes longer than most files' tests.
import { sep } from 'node:path';
import Runtime from 'jest-runtime';

const PACKAGES = `${sep}node_modules${sep}`;
/** These collect what decorators say: the classes of one file must not meet another's. */
const OF_ONE_FILE = ['graphql', 'apollo', 'typeorm'].map((name) =>
  [PACKAGES, '@nestjs', sep, name, sep].join(''),
);

const isPackage = (specifier) => /^(?!@jest\/|@wilma\/|node:)[@\w]/.test(specifier);
const isShared = (path) =>
  path.includes(PACKAGES) && !OF_ONE_FILE.some((folder) => path.includes(folder));

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

export default class SharedPackagesRuntime extends Runtime {
  /** Files of packages that a test replaces by its own. */
  #replaced = new Set();

  constructor(...args) {
    super(...args);
    shared ??= new Runtime(...args);
    const { esmLoader } = this;
    const resolveOwn = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = async (specifier, from, context) => {
      const isOwn =
        !isPackage(specifier) ||
        !this.#isShared(await this._resolution.resolveEsmAsync(from, specifier));
      return isOwn ? resolveOwn(specifier, from, context) : loadShared(specifier, from, context);
    };
  }

  #isShared(path) {
    return isShared(path) && !this.#replaced.has(path);
  }

  setModuleMock(from, name, ...rest) {
    if (isPackage(name)) this.#replaced.add(this._resolution.resolveEsm(from, name));
    super.setModuleMock(from, name, ...rest);
  }

  requireModule(from, name, options, isActual) {
    const isOwn =
      options?.isInternalModule ||
      name === undefined ||
      !isPackage(name) ||
      !this.#isShared(this._resolution.resolveCjs(from, name));
    return isOwn
      ? super.requireModule(from, name, options, isActual)
      : shared.requireModule(from, name, options, isActual);
  }
}
