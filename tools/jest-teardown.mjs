// After the last test.
export default () => globalThis.testDatabase?.stop();
