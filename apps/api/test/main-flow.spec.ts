import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerLink,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
  QUEUES,
  Wilma,
} from '@wilma/testing';
import { aNeed, type Cast, setStage, settled, TRANSFER_OFFICE } from './stage.js';

describe.each(QUEUES)('the main job, with the queue in %s', (queue) => {
  let wilma: Wilma;

  beforeAll(async () => {
    wilma = await Wilma.start({ queue });
  });

  afterAll(() => wilma.stop());

  it('leads from a need to an introduction', async () => {
    await playMainJob(wilma);
  });

  it('does so with a second API and a second worker beside the first', async () => {
    await Promise.all([wilma.startApi(), wilma.startWorker()]);
    await playMainJob(wilma);
  });

  it('tells whoever listens at one API what is done at the other', async () => {
    const { database, origins } = wilma;
    const { coordinator, offer } = await setStage(database);
    const organisation = await buildOrganisation(database);
    const need = await buildPosting(database, 'NEED', { organisation });
    const id = await buildMatch(database, { need, offer });
    const person = await wilma.signIn(coordinator);
    const heard = person.at(origins.at(-1)!).subscribe('subscription { matchChanged { id } }');
    let version = 1;
    // Nobody says when it is subscribed: goes on until it hears.
    await database.until('it is heard', async () => {
      const { assignMatch } = await person.ask(
        'mutation ($id: ID!, $version: Int!) { assignMatch(id: $id, version: $version) { version } }',
        { id, version },
      );
      ({ version } = assignMatch as { version: number });
      return heard.knows(id);
    });
    await heard.close();
  });
});

async function playMainJob(wilma: Wilma): Promise<void> {
  const { database, inbox } = wilma;
  const cast = await setStage(database);
  const other = wilma.origins.at(-1)!;
  const company = await wilma.signIn(cast.company);
  const researcher = (await wilma.signIn(cast.researcher)).at(other);
  const coordinator = (await wilma.signIn(cast.coordinator)).at(other);

  // The company posts a need; its organisation is verified, so it is published at once.
  const draft = await company.createNeed(aNeed());
  expect(draft.state).toBe('DRAFT');
  const need = await company.submit(draft);
  expect(need.state).toBe('PUBLISHED');

  // The worker suggests the offer; the sides hear nothing of it before it is approved.
  const match = await database.until('the offer is suggested', async () =>
    (await coordinator.matchesOf(need.id)).find(({ offer }) => offer.id === cast.offer),
  );
  expect(match).toMatchObject({ state: 'SUGGESTED', needAnswer: null, offerAnswer: null });
  expect(await company.matchesOf(need.id)).toEqual([]);
  expect(await researcher.matchesOf(need.id)).toEqual([]);

  // A coordinator approves; one mail goes to each side, in the language of who reads it.
  expect((await coordinator.approve(match)).state).toBe('APPROVED');
  const toCompany = await inbox.mailTo(cast.company.email);
  expect(toCompany.subject).toBe(`[Beispiel] Angebot zu Ihrem Bedarf: ${match.offer.title}`);
  expect(toCompany.text).toContain('Sehr geehrte Frau Beispiel,');
  const toResearcher = await inbox.mailTo(cast.researcher.email);
  expect(toResearcher.subject).toBe(`[Example] A need that fits you: ${match.need.title}`);
  expect(toResearcher.text).toContain('Dear Prof. Dr.-Ing. Muster,');
  for (const mail of [toCompany, toResearcher]) expect(mail.cc).toEqual([]);

  // Scanners follow links: looking at the page changes nothing, however often.
  await settled(database);
  const link = answerLink(toCompany);
  const before = await stateOf(wilma, match.id);
  for (const method of ['HEAD', 'GET', 'GET']) {
    expect((await fetch(link, { method })).status).toBe(200);
  }
  expect(await stateOf(wilma, match.id)).toEqual(before);

  // The company says yes on the page behind the link, the researcher says yes in the app.
  const page = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'INTERESTED' }),
  });
  expect(page.status).toBe(200);
  expect(await page.text()).not.toContain(cast.researcher.email);
  const seen = await researcher.match(match.id);
  expect(seen).toMatchObject({ state: 'APPROVED', needAnswer: null, offerAnswer: null });
  expect(seen.need.contact).toBeNull();
  const introduced = await researcher.answer(match.id, 'INTERESTED');
  expect(introduced).toMatchObject({
    state: 'INTRODUCED',
    needAnswer: 'INTERESTED',
    offerAnswer: 'INTERESTED',
    need: { contact: { mail: cast.company.email } },
  });

  // Each gets the other's contact data, the researcher with their transfer office in copy.
  const forCompany = await inbox.mailTo(cast.company.email, 'Kontakt hergestellt');
  expect(forCompany.text).toContain('Herr Prof. Dr.-Ing. Max Muster');
  expect(forCompany.text).toContain(cast.researcher.email);
  expect(forCompany.text).toContain('+49 355 000000');
  expect(forCompany.cc).toEqual([]);
  const forResearcher = await inbox.mailTo(cast.researcher.email, 'Introduction');
  expect(forResearcher.text).toContain('Ms Erika Beispiel');
  expect(forResearcher.text).toContain(cast.company.email);
  expect(forResearcher.cc).toEqual([TRANSFER_OFFICE]);
  expect(forResearcher.recipients).toEqual([cast.researcher.email, TRANSFER_OFFICE]);

  await expectHistory(coordinator, match.id, cast);
  await expectOnce(wilma, { cast, need: need.id });
}

/** Every step of the match with who took it: the worker has no name, behind the link is the contact. */
async function expectHistory(coordinator: Person, id: string, cast: Cast): Promise<void> {
  const { history } = await coordinator.match(id);
  expect(history).toEqual([
    { name: 'suggested', actor: null, side: null },
    { name: 'approved', actor: cast.coordinator.name, side: null },
    { name: 'asked', actor: null, side: null },
    { name: 'answered', actor: cast.company.name, side: 'NEED' },
    { name: 'answered', actor: cast.researcher.name, side: 'OFFER' },
    { name: 'introduced', actor: cast.researcher.name, side: 'OFFER' },
  ]);
}

/** One match of the pair, one mail a recipient and step, and nothing under way any more. */
async function expectOnce(
  { database, inbox }: Wilma,
  { cast, need }: { cast: Cast; need: string },
): Promise<void> {
  await settled(database);
  const pairs = await database.query(
    'SELECT count(*)::int AS n FROM match WHERE need_id = $1 AND offer_id = $2',
    [need, cast.offer],
  );
  expect(pairs).toEqual([{ n: 1 }]);
  for (const { email } of [cast.company, cast.researcher]) {
    expect(inbox.mailsTo(email)).toHaveLength(2);
  }
}

/** On the morning of a working day digests may be queued and sent meanwhile. */
const EVENTS_SQL = `
  SELECT count(*)::int AS n FROM event WHERE NOT EXISTS (
    SELECT FROM outgoing_mail WHERE id::text = event.payload->>'mail' AND kind = 'DIGEST')`;

/** What the database knows of a match, its events and its mails. */
async function stateOf({ database }: Wilma, match: string): Promise<unknown> {
  return [
    await database.query('SELECT * FROM match WHERE id = $1', [match]),
    await database.query("SELECT * FROM outgoing_mail WHERE kind <> 'DIGEST' ORDER BY id"),
    await database.query(EVENTS_SQL),
    await database.count('release', 'posting'),
  ];
}
