// One realm a worker instead of one a file, so that packages can be shared (see jest-runtime.mjs).
import { TestEnvironment } from 'jest-environment-node';

/** What is collected for the classes of one file, and Jest's own records of its run. */
const OF_ONE_FILE = [
  ...['typeormMetadataArgsStorage', 'classValidatorMetadataStorage'],
  ...['GqlTypeMetadataStorage', 'GqlLazyMetadataStorageHost'],
];
const isOfOneFile = (key) =>
  typeof key === 'symbol'
    ? /^(JEST|EVENT_HANDLERS|RETRY|TEST_TIMEOUT)/.test(key.description ?? '')
    : OF_ONE_FILE.includes(key);

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
