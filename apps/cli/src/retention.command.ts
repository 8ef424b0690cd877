import { Retention } from '@wilma/privacy';
import { withFeatures } from './features.js';

/** Says what each rule of retention would remove now, or removes it. */
export const retain = ({ dryRun = false }: { dryRun?: boolean }): Promise<void> =>
  withFeatures(async (app) => {
    const retention = app.get(Retention);
    for (const { rule, days, due, oldest } of await retention.states()) {
      const since = oldest === null ? '' : `, the oldest of ${oldest.toISOString().slice(0, 10)}`;
      const period = days === 0 ? 'at once' : `after ${String(days)} days`;
      console.log(`${String(due).padStart(7)}  ${rule} (${period})${since}`);
    }
    if (dryRun) {
      console.log('nothing was removed');
      return;
    }
    const removed = [...(await retention.run()).values()].reduce((sum, one) => sum + one, 0);
    console.log(`${String(removed)} removed`);
  });
