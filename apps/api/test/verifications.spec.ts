import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildOrganisation,
  type GraphqlClient,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { OrganisationCast } from './organisation-cast.js';
import { CREATE, STANDING, TAKE_BACK, VERIFY } from './organisation-requests.js';

let api: ApiInProcess;
let cast: OrganisationCast;
let coordinator: Person;
let staff: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  cast = new OrganisationCast(api);
  const account = await buildAccount(api.database, { role: 'COORDINATOR' });
  staff = account.id;
  coordinator = await api.signIn(account);
});

afterAll(() => api.stop());

const refused = async (person: GraphqlClient, query: string, variables: Variables) =>
  (await person.refusal(query, variables)).extensions;

describe('a verification', () => {
  const standingOf = async (id: string) => {
    const [row] = await api.database.query('SELECT name FROM organisation WHERE id = $1', [id]);
    const { organisations } = await coordinator.ask(STANDING, { search: row?.name });
    return (organisations as { edges: { node: unknown }[] }).edges[0]?.node;
  };

  it('is kept: who vouched, how and for which domains; and can be taken back', async () => {
    const name = `Neu ${randomUUID()}`;
    const id = await buildOrganisation(api.database, { name, verified: false });
    const { person } = await cast.somebody({ organisations: [id] });
    const note = 'Rückruf über die Nummer im Handelsregister';
    await coordinator.ask(VERIFY, { id, note, domains: [{ domain: 'werk.example' }] });
    for (let times = 0; times < 2; times += 1) await coordinator.ask(VERIFY, { id });
    const published = await cast.posting(id, 'ada@werk.example');
    for (let times = 0; times < 2; times += 1) {
      expect((await coordinator.ask(TAKE_BACK, { id })).takeBackVerification).toEqual({
        verified: false,
      });
    }
    const by = { id: staff };
    expect(await standingOf(id)).toEqual({
      verified: false,
      onBehalf: false,
      mailDomains: [{ domain: 'werk.example', inForce: false }],
      verifications: [
        { given: false, note: 'Die Nummer stimmte nicht', domains: [], by },
        { given: true, note, domains: ['werk.example'], by },
      ],
    });
    expect(await cast.eventsOf(id)).toEqual([
      'organisation.verified',
      'organisation.verification-taken-back',
    ]);
    // What is published stays so; what is edited is reviewed.
    const query = 'query ($id: ID!) { need(id: $id) { state version } }';
    const { need } = await person.ask(query, { id: published });
    expect(need).toMatchObject({ state: 'PUBLISHED' });
    const edited = await person.ask(
      `mutation ($id: ID!, $version: Int!) {
         updateNeed(id: $id, version: $version, input: { summary: "Anders" }) { state } }`,
      { id: published, version: (need as { version: number }).version },
    );
    expect(edited.updateNeed).toEqual({ state: 'SUBMITTED' });
  });

  it('waits for what a coordinator founds for a caller, who is asked to manage it', async () => {
    const manager = `${randomUUID()}@call.example`;
    const { id } = (await coordinator.ask(CREATE, { manager })).createOrganisation as {
      id: string;
    };
    const rows = await api.database.query(
      `SELECT on_behalf, verified_at, email, role FROM organisation
         JOIN invitation ON organisation_id = organisation.id WHERE organisation.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ on_behalf: true, verified_at: null, email: manager, role: 'MANAGER' }]);
    const { person } = await cast.somebody();
    expect((await refused(person, CREATE, { manager })).code).toBe('FORBIDDEN');
  });

  it('divides the list of organisations', async () => {
    const name = `Liste ${randomUUID()}`;
    const verified = await buildOrganisation(api.database, { name });
    const waiting = await buildOrganisation(api.database, { name, verified: false });
    const query = `query ($search: String, $verified: Boolean) {
      organisations(search: $search, verified: $verified) { edges { node { id } } } }`;
    for (const [isVerified, id] of [
      [true, verified],
      [false, waiting],
    ] as const) {
      const { organisations } = await coordinator.ask(query, {
        search: name,
        verified: isVerified,
      });
      expect(organisations).toEqual({ edges: [{ node: { id } }] });
    }
  });
});
