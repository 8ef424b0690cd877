import type { Tx } from '@wilma/platform';
import { Programme } from './programme.entity.js';
import type { ProgrammeEntry } from './programme-file.js';

/** Brings in the programmes of the file; those that a coordinator edited stay as they are. */
export async function loadProgrammes(tx: Tx, entries: readonly ProgrammeEntry[]): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const overwritten = tx.dataSource
    .getMetadata(Programme)
    .columns.filter(({ propertyName }) => propertyName in first && propertyName !== 'key')
    .map(({ databaseName }) => databaseName);
  await tx
    .createQueryBuilder()
    .insert()
    .into(Programme)
    .values([...entries])
    .orUpdate(overwritten, ['key'], {
      overwriteCondition: { where: 'programme.edited_at IS NULL' },
    })
    .execute();
}
