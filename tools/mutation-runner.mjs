// For Stryker: runs the specs of the domain in its own process, a thousand times in some minutes.
// With Jest each change costs more than a second, most of it for reading the same files again.
// A spec may use `describe`, `it`, `it.each` and `expect` of Jest, whose `expect` this is.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { compileFunction } from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import fc from 'fast-check';

const require = createRequire(import.meta.url);
const SPECS = 'libs/domain/src';
// That a property fails is enough to know; the smallest case of it costs seconds.
fc.configureGlobal({ endOnFailure: true });

class SpecRunner {
  /** Functions by path: what changes between runs is what they find in `__stryker__`. */
  #compiled = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const run = await this.#run({ keepsOn: true });
    const { mutantCoverage } = stryker;
    stryker.mutantCoverage = undefined;
    return coverageAnalysis === 'off' ? run : { ...run, mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, disableBail }) {
    const stryker = (globalThis.__stryker__ ??= {});
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit });
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter && new Set(testFilter);
    const run = await this.#run({ keepsOn: disableBail, wanted, changed: sandboxFileName });
    stryker.activeMutant = undefined;
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    return toMutantRunResult(endless ?? run, disableBail);
  }

  /** Tests in the order of their cost: tables before properties. */
  async #run({ keepsOn, wanted, changed }) {
    const tests = [];
    try {
      for (const test of this.#collect(changed)) {
        if (wanted && !wanted.has(test.id)) continue;
        tests.push(await resultOf(test));
        if (!keepsOn && tests.at(-1).status === TestStatus.Failed) break;
      }
    } catch (error) {
      // A change that lets a file fail as it is loaded is noticed by every spec that needs it.
      const failed = { status: TestStatus.Failed, failureMessage: String(error), timeSpentMs: 0 };
      tests.push({ ...failed, id: 'load', name: 'load' });
    }
    return { status: DryRunStatus.Complete, tests };
  }

  /** @param changed file that a spec reaches by its imports to be of interest; any if undefined */
  #collect(changed) {
    const modules = new Map();
    return readdirSync(SPECS)
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => resolve(SPECS, name))
      .filter((path) => changed === undefined || this.#reaches(path, resolve(changed)))
      .flatMap((path) => collectedBy((jest) => this.#load(path, modules, jest)))
      .sort((one, other) => Number(isProperty(one)) - Number(isProperty(other)));
  }

  #load(path, modules, jest) {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const imported = (name) => {
      if (name === '@jest/globals') return jest;
      if (!name.startsWith('.')) return name === 'fast-check' ? { default: fc } : require(name);
      return this.#load(fileOf(path, name), modules, jest);
    };
    this.#compiledOf(path).run(imported, module.exports);
    return module.exports;
  }

  #reaches(path, file) {
    return path === file || this.#compiledOf(path).imports.some((one) => this.#reaches(one, file));
  }

  #compiledOf(path) {
    if (!this.#compiled.has(path)) {
      const { code } = transformSync(readFileSync(path, 'utf8'), {
        filename: path,
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs', noInterop: true },
      });
      this.#compiled.set(path, {
        run: compileFunction(code, ['require', 'exports'], { filename: path }),
        imports: [...code.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, name]) =>
          fileOf(path, name),
        ),
      });
    }
    return this.#compiled.get(path);
  }
}

const fileOf = (path, name) => join(dirname(path), name.replace(/\.js$/, '.ts'));

const isProperty = ({ work }) => /\bfc\b|fastcheck|never\(/i.test(String(work));

/** The tests that a spec declares as it is loaded. */
function collectedBy(load) {
  const tests = [];
  const above = [];
  const it = (title, work) => {
    const name = [...above, title].join(' ');
    tests.push({ id: `${name} #${String(tests.length)}`, name, work });
  };
  it.each = (table) => (title, work) => {
    for (const row of table) it(title, () => work(...[row].flat(1)));
  };
  const describe = (title, work) => {
    above.push(title);
    work();
    above.pop();
  };
  load({ describe, it, expect });
  return tests;
}

async function resultOf({ id, name, work }) {
  const began = performance.now();
  if (globalThis.__stryker__) globalThis.__stryker__.currentTestId = id;
  const outcome = await Promise.resolve()
    .then(work)
    .then(
      () => ({ status: TestStatus.Success }),
      (error) => ({ status: TestStatus.Failed, failureMessage: String(error) }),
    );
  if (globalThis.__stryker__) globalThis.__stryker__.currentTestId = undefined;
  return { id, name, timeSpentMs: performance.now() - began, ...outcome };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'specs', SpecRunner)];
