import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
} from '@wilma/testing';
import pg from 'pg';
import { ApiInProcess } from './in-process.js';

/** Of a posting: whose it is, who wrote it, whom to turn to, what is confidential, what is ours. */
const NOT_READ = [
  ...['confidential', 'confirmation', 'contact_academic_title', 'contact_mail', 'contact_name'],
  ...['contact_phone', 'contact_salutation', 'created_by', 'expiry_told_for', 'never_match_with'],
  ...['organisation_id', 'programme_id', 'review_note'],
];
const READ_TABLES = [
  ...['match', 'match_question', 'posting', 'posting_change', 'posting_search', 'posting_tag'],
  ...['search_label', 'search_word', 'tag'],
];

const REFUSED = [
  'SELECT organisation_id FROM posting',
  'SELECT * FROM posting',
  'SELECT id FROM posting WHERE organisation_id IS NOT NULL',
  'SELECT id FROM posting ORDER BY organisation_id',
  'SELECT count(DISTINCT organisation_id) FROM posting',
  'SELECT posting FROM posting',
  'SELECT contact_mail FROM posting',
  'SELECT need_note FROM match',
  'SELECT text FROM match_question',
  'SELECT id FROM organisation',
  'SELECT owner_id FROM release',
  'SELECT actor FROM event',
  'SELECT id FROM auth."user"',
  'SELECT posting_id FROM posting_version',
  `UPDATE posting SET title = ''`,
  'DELETE FROM posting_tag',
  'CREATE TABLE theirs (id int)',
];

const INSUFFICIENT_PRIVILEGE = '42501';

describe('whoever is not staff is served by a role', () => {
  let api: ApiInProcess;
  let reader: pg.Client;
  let member: Person;
  let coordinator: Person;
  let visitor: GraphqlClient;
  let need: string;
  let match: string;

  beforeAll(async () => {
    // Refusals of the database are what is looked for.
    api = await ApiInProcess.start({ LOG_LEVEL: 'silent' });
    const { database } = api;
    const organisation = await buildOrganisation(database);
    const other = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    need = await buildPosting(database, 'NEED', { organisation, visibility: 'BLINDED' });
    const offer = await buildPosting(database, 'OFFER', { organisation: other });
    match = await buildMatch(database, { need, offer, state: 'APPROVED' });
    member = await api.signIn(await buildAccount(database, { organisations: [other] }));
    coordinator = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
    visitor = new GraphqlClient(api.origin);
    reader = new pg.Client({ connectionString: database.url, options: '-c role=wilma_reader' });
    await reader.connect();
  });

  afterAll(async () => {
    await reader.end();
    await api.stop();
  });

  it('that reads nothing of owners, of any table, column by column', async () => {
    const rows = await api.database.query<Record<'column' | 'table' | 'reads', string>>(
      `SELECT table_name AS "table", column_name AS "column",
              has_column_privilege('wilma_reader', format('%I.%I', table_schema, table_name),
                                   column_name, 'SELECT') AS reads
         FROM information_schema.columns
        WHERE table_schema NOT IN ('information_schema', 'pg_catalog')`,
    );
    const read = rows.filter(({ reads }) => reads);
    expect([...new Set(read.map(({ table }) => table))].sort()).toEqual(READ_TABLES);
    const hidden = rows.filter(({ table, reads }) => table === 'posting' && !reads);
    expect(hidden.map(({ column }) => column).sort()).toEqual(NOT_READ);
  });

  it.each(REFUSED)('that PostgreSQL refuses: %s', async (sql) => {
    await expect(reader.query(sql)).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
  });

  it('that is told ids of what is somebody’s', async () => {
    const { rows } = await reader.query('SELECT posting_of(ARRAY[]::uuid[]) AS id');
    expect(rows).toEqual([]);
  });

  const NEEDS = 'query { needs { totalCount edges { node { id mine tags { weight } } } } }';
  const BY_ID = 'query ($id: ID!) { need(id: $id) { id } }';
  const SEARCH = `query { needs(filter: { search: "Schmelzwanne" }) { totalCount
    facets { kinds { count } } edges { node { id } } } }`;
  const MATCHES = 'query { matches { edges { node { id mySides } } } }';
  const MATCH = 'query ($id: ID!) { match(id: $id) { id } }';

  const statusOf = async (path: string): Promise<number> =>
    (await fetch(`${api.origin}${path}`)).status;

  it('in every list, by id, in searches, feeds and catalogues', async () => {
    const all = [
      () => visitor.ask(NEEDS),
      () => member.ask(NEEDS),
      () => visitor.ask(BY_ID, { id: need }),
      () => visitor.ask(SEARCH),
      () => member.ask(SEARCH),
      () => member.ask(MATCHES),
      () => member.ask(MATCH, { id: match }),
    ];
    const pages = ['/feeds/needs.atom', '/oai?verb=ListRecords&metadataPrefix=oai_dc'];
    for (const ask of all) await ask();
    for (const page of pages) expect([page, await statusOf(page)]).toEqual([page, 200]);
    await api.database.query(`REVOKE SELECT (id) ON posting, match FROM wilma_reader`);
    try {
      for (const ask of all) await expect(ask()).rejects.toThrow('INTERNAL');
      for (const page of pages) expect([page, await statusOf(page)]).toEqual([page, 500]);
      await coordinator.ask(NEEDS);
      await coordinator.ask(BY_ID, { id: need });
      await coordinator.ask(MATCHES);
    } finally {
      await api.database.query(`GRANT SELECT (id) ON posting, match TO wilma_reader`);
    }
    await visitor.ask(NEEDS);
  });
});
