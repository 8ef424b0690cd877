import type { BuiltAccount, TestDatabase } from '@wilma/testing';

/** Somebody vouched for an organisation, and their name stands in the note. */
export const vouched = (
  database: TestDatabase,
  { id, name }: Pick<BuiltAccount, 'id' | 'name'>,
  organisation: string,
): Promise<string> =>
  database.insert('verification', {
    organisation_id: organisation,
    given: true,
    note: `Rückruf, am Apparat: ${name}`,
    domains: [],
    at: new Date(),
    decided_by: id,
  });
