import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, buildOrganisation, buildPosting, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let owner: Person;
let reader: Person;
let coordinator: Person;
let need: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const organisation = await buildOrganisation(api.database);
  need = await buildPosting(api.database, 'NEED', { organisation });
  owner = await api.signIn(await buildAccount(api.database, { organisations: [organisation] }));
  reader = await api.signIn(await buildAccount(api.database));
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

const REPORT = `mutation ($id: ID!, $text: String!) {
  reportPosting(id: $id, reason: ADVERTISING, text: $text) }`;
const LIST = `query ($handled: Boolean) { postingReports(handled: $handled) { totalCount
  edges { node { id reason text note posting { id } } } } }`;
const HANDLE = `mutation ($id: ID!) {
  handlePostingReport(id: $id, note: "Gesprochen") { handledAt note } }`;

interface Reports {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
const list = async (handled = false): Promise<Reports> =>
  ((await coordinator.ask(LIST, { handled })) as { postingReports: Reports }).postingReports;

describe('a report of a posting', () => {
  it('is heard once, until a coordinator has handled it', async () => {
    await reader.ask(REPORT, { id: need, text: 'Eine Anzeige' });
    await reader.ask(REPORT, { id: need, text: 'Noch einmal' });
    const waiting = await list();
    expect(waiting).toMatchObject({
      totalCount: 1,
      edges: [{ node: { reason: 'ADVERTISING', text: 'Eine Anzeige', posting: { id: need } } }],
    });
    const id = waiting.edges[0]?.node.id;
    expect(await coordinator.ask(HANDLE, { id })).toMatchObject({
      handlePostingReport: { note: 'Gesprochen', handledAt: expect.any(String) },
    });
    expect((await coordinator.refusal(HANDLE, { id })).extensions.code).toBe('CONFLICT');
    expect([(await list()).totalCount, (await list(true)).totalCount]).toEqual([0, 1]);
    await reader.ask(REPORT, { id: need, text: 'Wieder' });
    expect((await list()).totalCount).toBe(1);
    const events = `SELECT name FROM event WHERE name LIKE 'report.%' ORDER BY id`;
    expect(await api.database.query(events)).toEqual(
      ['report.made', 'report.handled', 'report.made'].map((name) => ({ name })),
    );
  });

  it('has bounds, and is not for one’s own', async () => {
    const long = { id: need, text: 'x'.repeat(2_001) };
    expect((await reader.refusal(REPORT, long)).extensions.code).toBe('BAD_USER_INPUT');
    const own = await owner.refusal(REPORT, { id: need, text: '' });
    expect(own.extensions.code).toBe('FORBIDDEN');
  });
});
