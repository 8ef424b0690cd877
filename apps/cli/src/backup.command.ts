import { SYSTEM } from '@wilma/domain';
import { Database, EventLog } from '@wilma/platform';
import { withFeatures } from './features.js';

/** Notes that a copy was made just now: Wilma makes none itself, and could not know. */
export const noteBackup = (): Promise<void> =>
  withFeatures(async (app) => {
    const events = app.get(EventLog);
    await app.get(Database).transaction((tx) => events.record(tx, SYSTEM, 'backup.noted', {}));
    console.log('noted');
  });
