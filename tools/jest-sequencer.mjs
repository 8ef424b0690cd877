// A clean clone knows nothing of how long a spec takes, and Jest then guesses by size. These take
// a minute or so and would otherwise be what everything waits for at the end.
import Sequencer from '@jest/test-sequencer';

const LONGEST = [
  'apps/api/test/twins.spec.ts',
  'apps/api/test/access-matrix.spec.ts',
  'apps/worker/test/tag-merge.spec.ts',
  'apps/worker/test/worker-ends.spec.ts',
  'apps/cli/test/commands.spec.ts',
  'apps/worker/test/queue-loss.spec.ts',
  'apps/api/test/crash.spec.ts',
  'apps/api/test/fuzz.spec.ts',
  'apps/api/test/main-flow.spec.ts',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => LONGEST.findIndex((ending) => path.endsWith(ending));
    const longest = tests.filter((test) => place(test) >= 0);
    const others = tests.filter((test) => place(test) < 0);
    return [...longest.sort((one, other) => place(one) - place(other)), ...super.sort(others)];
  }
}
