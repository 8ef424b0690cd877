// One realm a worker instead of one a file, so that modules can be shared (see jest-runtime.mjs).
import { TestEnvironment } from 'jest-environment-node';

/** Jest's own records of a file's run. */
const isOfOneFile = (key) =>
  typeof key === 'symbol' &&
  /^(JEST|EVENT_HANDLERS|RETRY|TEST_TIMEOUT)/.test(key.description ?? '');

let only;

export default class SharedEnvironment extends TestEnvironment {
  constructor(...args) {
    if (only !== undefined) return only.forNextFile();
    super(...args);
    only = this;
  }

  forNextFile() {
    for (const key of Reflect.ownKeys(this.global)) {
      if (isOfOneFile(key)) Reflect.deleteProperty(this.global, key);
    }
    return this;
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
  }
}
