import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postingConsentText } from '@wilma/platform';
import {
  answerLink,
  buildAccount,
  buildOrganisation,
  buildPosting,
  type Person,
  type ReceivedMail,
  type Versioned,
  Wilma,
} from '@wilma/testing';
import { aNeed, settled } from './stage.js';

let wilma: Wilma;
let coordinator: Person;

beforeAll(async () => {
  wilma = await Wilma.start();
  coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
});

afterAll(() => wilma.stop());

let calls = 0;

/** A need that a coordinator has entered for somebody without an account, and handed in. */
async function aCall({ verified = true, mail = '' } = {}) {
  calls += 1;
  const address = mail === '' ? `caller-${calls}@workshop.example` : mail;
  const organisation = await buildOrganisation(wilma.database, { verified });
  const contact = { name: 'Kim Beispiel', mail: address };
  const title = `Am Telefon genannt, Nummer ${calls} (Beispiel)`;
  const draft = await coordinator.createNeed(aNeed({ organisation, contact, title }));
  const need = await coordinator.submit(draft);
  return { organisation, address, title, need };
}

const stateOf = async (id: string): Promise<Versioned & { confirmation: string | null }> => {
  const query = 'query ($id: ID!) { need(id: $id) { id version state confirmation } }';
  return (await coordinator.ask(query, { id })).need as never;
};

function linkIn({ text }: ReceivedMail, purpose: 'confirm' | 'renew'): string {
  const [link] = new RegExp(`\\S+/${purpose}/\\S+`).exec(text) ?? [];
  if (link === undefined) throw new Error(`no link to ${purpose} in:\n${text}`);
  return link;
}

/** Presses a button of a page: posts what its form holds. */
async function press(link: string, values: Record<string, string> = {}): Promise<Response> {
  const page = await (await fetch(link)).text();
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  return fetch(link, { method: 'POST', body: new URLSearchParams({ version, ...values }) });
}

const REVIEW = `mutation ($id: ID!, $version: Int!) {
  reviewPosting(id: $id, version: $version, decision: PUBLISH) { id version state } }`;

describe('a need that a coordinator enters for somebody who phoned', () => {
  it('is published when that person has agreed, and not by looking at the page', async () => {
    const { need, address, title } = await aCall();
    expect(need.state).toBe('SUBMITTED');
    expect((await coordinator.refusal(REVIEW, { ...need })).extensions.code).toBe('CONFLICT');

    const mail = await wilma.inbox.mailTo(address);
    const link = linkIn(mail, 'confirm');
    const page = await (await fetch(link)).text();
    for (const part of [title, 'Kim Beispiel', address]) expect(page).toContain(part);
    expect(await stateOf(need.id)).toMatchObject({ state: 'SUBMITTED', confirmation: 'WAITING' });

    const proofs = `SELECT agreed_at, text_version AS version, text_hash AS hash FROM contact_consent
      WHERE agreed_at IS NOT NULL`;
    expect(await wilma.database.query(proofs)).toEqual([]);
    expect((await press(link, { decision: 'CONFIRM' })).url).toBe(link);
    expect(await stateOf(need.id)).toMatchObject({ state: 'PUBLISHED', confirmation: 'CONFIRMED' });
    expect(await wilma.database.query(proofs)).toEqual([
      { agreed_at: expect.any(Date), ...postingConsentText('de') },
    ]);
    await settled(wilma.database);
    expect(wilma.inbox.mailsTo(address)).toHaveLength(1);
  });

  it('of an organisation that is not verified waits for the review as well', async () => {
    const { need, address } = await aCall({ verified: false });
    await press(linkIn(await wilma.inbox.mailTo(address), 'confirm'), { decision: 'CONFIRM' });
    const confirmed = await stateOf(need.id);
    expect(confirmed).toMatchObject({ state: 'SUBMITTED', confirmation: 'CONFIRMED' });
    await coordinator.ask(REVIEW, { id: need.id, version: confirmed.version });
    expect(await wilma.inbox.mailTo(address, 'Geprüft und veröffentlicht')).toBeDefined();
  });

  it('is closed for good when that person says no, and nobody writes to them again', async () => {
    const { need, address } = await aCall();
    const link = linkIn(await wilma.inbox.mailTo(address), 'confirm');
    const answer = await press(link, { decision: 'REFUSE' });
    expect(await answer.text()).toContain('Danke für Ihre Antwort');
    expect(await stateOf(need.id)).toMatchObject({ state: 'CLOSED', confirmation: 'REFUSED' });
    await aCall({ mail: address });
    await settled(wilma.database);
    expect(wilma.inbox.mailsTo(address)).toHaveLength(1);
  });

  it('leads to one mail until they agree; what else waits is asked about then', async () => {
    const first = await aCall();
    const { address } = first;
    const mail = await wilma.inbox.mailTo(address);
    const second = await aCall({ mail: address });
    await settled(wilma.database);
    expect(wilma.inbox.mailsTo(address)).toHaveLength(1);
    await press(linkIn(mail, 'confirm'), { decision: 'CONFIRM' });
    expect(await wilma.inbox.mailTo(address, second.title.slice(0, 30))).toBeDefined();
    await settled(wilma.database);
    expect(wilma.inbox.mailsTo(address)).toHaveLength(2);
  });

  const UPDATE = `mutation ($id: ID!, $version: Int!, $input: NeedPatch!) {
    updateNeed(id: $id, version: $version, input: $input) { id version state } }`;

  it('is agreed to as it was read: not if it was changed meanwhile', async () => {
    const { need, address } = await aCall();
    const link = linkIn(await wilma.inbox.mailTo(address), 'confirm');
    await coordinator.ask(UPDATE, { ...need, input: { summary: 'Jetzt etwas anderes.' } });
    const answer = await press(link, { decision: 'CONFIRM', version: String(need.version) });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Der Eintrag wurde eben geändert');
    expect(await stateOf(need.id)).toMatchObject({ state: 'SUBMITTED', confirmation: 'WAITING' });
  });

  it('is agreed to again after a coordinator has edited it', async () => {
    const { need, address } = await aCall();
    await press(linkIn(await wilma.inbox.mailTo(address), 'confirm'), { decision: 'CONFIRM' });
    const { version } = await stateOf(need.id);
    const input = { summary: 'Nachträglich ergänzt.' };
    await coordinator.ask(UPDATE, { id: need.id, version, input });
    expect(await stateOf(need.id)).toMatchObject({ state: 'SUBMITTED', confirmation: 'WAITING' });
    await settled(wilma.database);
    const [, again] = wilma.inbox.mailsTo(address);
    await press(linkIn(again!, 'confirm'), { decision: 'CONFIRM' });
    expect(await stateOf(need.id)).toMatchObject({ state: 'PUBLISHED', confirmation: 'CONFIRMED' });
  });

  it('asks another contact by a link of their own; the former one leads nowhere', async () => {
    const { need, address } = await aCall();
    const link = linkIn(await wilma.inbox.mailTo(address), 'confirm');
    const contact = { name: 'Robin Beispiel', mail: `other-${address}` };
    await coordinator.ask(UPDATE, { ...need, input: { contact } });
    expect((await fetch(link)).status).toBe(404);
    expect((await press(link, { decision: 'CONFIRM' })).status).toBe(404);
    const other = linkIn(await wilma.inbox.mailTo(contact.mail), 'confirm');
    expect((await fetch(other)).status).toBe(200);
  });

  it('is entered with a contact, by staff, for an organisation that exists', async () => {
    const organisation = await buildOrganisation(wilma.database);
    const create = 'mutation ($input: NeedInput!) { createNeed(input: $input) { id } }';
    const contact = { name: 'Kim Beispiel', mail: 'kim@workshop.example' };
    const refusals: [Person, object, string, string][] = [
      [coordinator, { organisation }, 'BAD_USER_INPUT', 'contact'],
      [coordinator, { organisation: 'none', contact }, 'BAD_USER_INPUT', 'organisation'],
      [await aMember(), { organisation, contact }, 'FORBIDDEN', 'organisation'],
    ];
    for (const [person, input, code, path] of refusals) {
      const { extensions } = await person.refusal(create, { input: aNeed({ ...input }) });
      expect([extensions.code, extensions.fields?.[0]?.path]).toEqual([code, path]);
    }
  });

  const aMember = async () =>
    wilma.signIn(
      await buildAccount(wilma.database, {
        organisations: [await buildOrganisation(wilma.database)],
      }),
    );
});

describe('the contact of a posting', () => {
  it('who was replaced can no longer answer by the link of their mail', async () => {
    const { database, inbox } = wilma;
    const company = await buildOrganisation(database);
    const member = await wilma.signIn(await buildAccount(database, { organisations: [company] }));
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const former = 'former@contact.example';
    const offer = { organisation: university, contact: { mail: 'offer@contact.example' } };
    await buildPosting(database, 'OFFER', offer);
    const contact = { name: 'Kim Beispiel', mail: former };
    const draft = await member.createNeed(aNeed({ contact }));
    const need = await member.submit(draft);
    await settled(database);
    const [match] = await coordinator.matchesOf(need.id);
    await coordinator.approve(match!);
    const link = answerLink(await inbox.mailTo(former));
    expect((await fetch(link)).status).toBe(200);

    await member.ask(
      `mutation ($id: ID!, $version: Int!, $input: NeedPatch!) {
         updateNeed(id: $id, version: $version, input: $input) { id } }`,
      { ...need, input: { contact: { name: 'Robin Beispiel', mail: 'new@contact.example' } } },
    );
    const old = await fetch(link);
    expect(old.status).toBe(404);
    expect(await old.text()).toContain('Dieser Link gilt nicht oder nicht mehr');
    const body = new URLSearchParams({ answer: 'INTERESTED' });
    expect((await fetch(link, { method: 'POST', body })).status).toBe(404);
    expect(await coordinator.match(match!.id)).toMatchObject({ needAnswer: null });
  });
});
