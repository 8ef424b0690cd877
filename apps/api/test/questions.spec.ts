import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerLink,
  type BuiltAccount,
  buildAccount,
  buildOrganisation,
  type MatchSeen,
  type Person,
  type ReceivedMail,
  Wilma,
} from '@wilma/testing';
import { aNeed, type Cast, setStage, settled } from './stage.js';

const RELAY = `mutation ($id: ID!, $version: Int!, $side: Side!, $text: String) {
  relayQuestion(id: $id, version: $version, side: $side, text: $text) { version } }`;
const ANSWER = `mutation ($id: ID!, $version: Int!, $side: Side!, $text: String) {
  answerQuestion(id: $id, version: $version, side: $side, text: $text) { version } }`;
const REPLY = `mutation ($id: ID!, $text: String!) { replyToQuestion(id: $id, text: $text) { id } }`;
const ASK = `mutation ($id: ID!, $note: String) {
  answerMatch(id: $id, answer: QUESTION, note: $note) { id } }`;
const QUESTIONS = `query ($id: ID!) { match(id: $id) { version needAnswer offerAnswer
  questions { side state current text relayed reply answer askedAt } } }`;
const WAITING = `{ matches(filter: { questionWaits: true }) { edges { node { id } } } }`;

interface Asked {
  readonly version: number;
  readonly needAnswer: string | null;
  readonly offerAnswer: string | null;
  readonly questions: readonly Readonly<Record<string, unknown>>[];
}

describe('a question about a match of a blinded need', () => {
  let wilma: Wilma;
  let cast: Cast;
  let owner: Person;
  let account: BuiltAccount;
  let researcher: Person;
  let coordinator: Person;
  /** Coordinates, too, but belongs to the need's organisation. */
  let insider: Person;

  beforeAll(async () => {
    wilma = await Wilma.start();
    cast = await setStage(wilma.database);
    const organisation = await buildOrganisation(wilma.database, {
      name: 'Zwickmühle Keramik GmbH',
      website: 'https://zwickmuehle.example',
    });
    account = await buildAccount(wilma.database, {
      name: 'Berta Quarz',
      email: 'berta@zwickmuehle.example',
      organisations: [organisation],
    });
    owner = await wilma.signIn(account);
    researcher = await wilma.signIn(cast.researcher);
    coordinator = await wilma.signIn(cast.coordinator);
    insider = await wilma.signIn(
      await buildAccount(wilma.database, {
        name: 'Ina Innen',
        role: 'COORDINATOR',
        organisations: [organisation],
      }),
    );
  });

  afterAll(() => wilma.stop());

  /** A match about which both sides were asked. */
  async function aMatch(): Promise<{ match: MatchSeen; link: string }> {
    await wilma.database.query(`UPDATE posting SET state = 'CLOSED' WHERE kind = 'NEED'`);
    const draft = await owner.createNeed(
      aNeed({
        visibility: 'BLINDED',
        contact: { name: account.name, mail: account.email, phone: '+49 3571 123456' },
      }),
    );
    const before = wilma.inbox.mailsTo(cast.researcher.email).length;
    const need = await owner.submit(draft);
    const match = await wilma.database.until('the offer is suggested', async () =>
      (await coordinator.matchesOf(need.id)).at(0),
    );
    await coordinator.approve(match);
    await settled(wilma.database);
    const mail = wilma.inbox.mailsTo(cast.researcher.email)[before];
    return { match, link: answerLink(mail!) };
  }

  const post = (link: string, fields: Record<string, string>): Promise<Response> =>
    fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'follow' });
  const asked = async (person: Person, id: string): Promise<Asked> =>
    (await person.ask(QUESTIONS, { id })).match as Asked;
  const waitFor = async (person: Person): Promise<unknown> =>
    ((await person.ask(WAITING)).matches as { edges: { node: { id: string } }[] }).edges.map(
      ({ node }) => node.id,
    );
  const textOf = ({ subject, text, html }: ReceivedMail): string => subject + text + html;
  const versioned = async (id: string) => ({ id, version: (await asked(coordinator, id)).version });

  it('goes to the other side, its reply comes back, and neither learns who the other is', async () => {
    const { match, link } = await aMatch();
    const { id } = match;

    const page = await (await post(link, { answer: 'QUESTION', note: 'Wie heiß?' })).text();
    expect(page).toContain('Your question is with the coordinators');
    expect(await waitFor(coordinator)).toEqual([id]);
    // Who may not decide on a match is not asked to carry its questions.
    expect(await waitFor(insider)).toEqual([]);
    expect((await asked(owner, id)).questions).toEqual([]);

    await coordinator.ask(RELAY, { ...(await versioned(id)), side: 'OFFER' });
    await settled(wilma.database);
    const relayed = await wilma.inbox.mailTo(account.email, 'Rückfrage zu Ihrem Bedarf');
    expect(relayed.text).toContain('Wie heiß?');
    expect(textOf(relayed)).not.toMatch(/Max Muster|university\.example/);
    expect(await waitFor(coordinator)).toEqual([]);
    expect(await waitFor(owner)).toEqual([id]);
    expect(await waitFor(insider)).toEqual([id]);
    expect((await asked(owner, id)).questions).toEqual([
      {
        side: 'OFFER',
        state: 'RELAYED',
        current: true,
        text: null,
        relayed: 'Wie heiß?',
        reply: null,
        answer: null,
        askedAt: null,
      },
    ]);

    const replied = await post(answerLink(relayed), {
      answer: 'REPLY',
      note: 'Bis 1.400 °C. Gruß, Berta Quarz',
    });
    expect(await replied.text()).toContain('Bis 1.400 °C.');
    expect(await waitFor(coordinator)).toEqual([id]);
    // That there is a reply is between who replied and the coordinators.
    const [unanswered] = (await asked(researcher, id)).questions;
    expect(unanswered).toMatchObject({ state: 'RELAYED', text: 'Wie heiß?', reply: null });

    const at = await versioned(id);
    const { extensions } = await coordinator.refusal(ANSWER, { ...at, side: 'OFFER' });
    expect(extensions.fields?.[0]?.path).toBe('text');
    await coordinator.ask(ANSWER, { ...at, side: 'OFFER', text: 'Bis 1.400 °C.' });
    await settled(wilma.database);
    const answered = await wilma.inbox.mailTo(cast.researcher.email, 'Answer to your question');
    expect(answered.text).toContain('Bis 1.400 °C.');
    expect(textOf(answered)).not.toMatch(/Quarz|Zwickm|zwickm|3571/);
    const seen = await asked(researcher, id);
    expect(seen.offerAnswer).toBeNull();
    expect(seen.questions[0]).toMatchObject({ state: 'ANSWERED', answer: 'Bis 1.400 °C.' });
    expect(JSON.stringify(seen)).not.toContain('Quarz');
    expect(JSON.stringify((await asked(owner, id)).questions)).not.toContain('ANSWERED');

    const decided = await (await fetch(answerLink(answered))).text();
    expect(decided).toContain('Bis 1.400 °C.');
    expect(decided).not.toContain('Quarz');
    await post(answerLink(answered), { answer: 'INTERESTED' });
    expect((await asked(researcher, id)).offerAnswer).toBe('INTERESTED');

    const names = async (person: Person) =>
      (await person.match(id)).history.map(({ name }) => name);
    expect(await names(researcher)).toEqual([
      'approved',
      'asked',
      'answered',
      'question-relayed',
      'question-answered',
      'answered',
    ]);
    expect(await names(owner)).toEqual([
      'approved',
      'asked',
      'question-relayed',
      'question-replied',
    ]);
  });

  it('is not passed on while it tells who asks, and the coordinator may reword it', async () => {
    const { match } = await aMatch();
    const { id } = match;
    await owner.ask(ASK, { id, note: 'Wir von Zwickmühle Keramik fragen: Was kostet es?' });
    const at = { ...(await versioned(id)), side: 'NEED' };
    for (const text of [null, 'Rufen Sie 03571 123456 an.', 'Fragen Sie Frau Quarz.']) {
      const { extensions } = await coordinator.refusal(RELAY, { ...at, text });
      expect([extensions.code, extensions.fields?.[0]?.path]).toEqual(['BAD_USER_INPUT', 'text']);
    }
    await coordinator.ask(RELAY, { ...at, text: 'Was kostet es?' });
    await settled(wilma.database);
    const mail = await wilma.inbox.mailTo(cast.researcher.email, 'A question about your offer');
    expect(mail.text).toContain('Was kostet es?');
    expect(textOf(mail)).not.toContain('Zwickm');
    expect(JSON.stringify(await asked(researcher, id))).not.toContain('Zwickm');
    await researcher.ask(REPLY, { id, text: 'Das Doppelte.' });
    await coordinator.ask(ANSWER, { ...(await versioned(id)), side: 'NEED' });
    expect((await asked(owner, id)).questions[0]).toMatchObject({ answer: 'Das Doppelte.' });
  });

  it('is for its side to ask, for coordinators to carry, for the other side to reply to', async () => {
    const { match } = await aMatch();
    const { id } = match;
    await researcher.ask(ASK, { id, note: 'Wie heiß?' });
    const at = { ...(await versioned(id)), side: 'OFFER' };
    const code = async (person: Person, mutation: string, variables: Record<string, unknown>) =>
      (await person.refusal(mutation, variables)).extensions.code;
    const rival = await wilma.signIn(cast.company);
    expect(await code(researcher, RELAY, at)).toBe('FORBIDDEN');
    expect(await code(owner, ANSWER, { ...at, text: 'Sehr.' })).toBe('FORBIDDEN');
    expect(await code(rival, RELAY, at)).toBe('NOT_FOUND');
    expect(await code(owner, REPLY, { id, text: 'Sehr.' })).toBe('CONFLICT');
    expect(await code(coordinator, ANSWER, at)).toBe('BAD_USER_INPUT');
    expect(await code(coordinator, RELAY, { ...at, side: 'NEED' })).toBe('CONFLICT');
    await coordinator.ask(RELAY, at);
    expect(await code(coordinator, RELAY, { ...at, version: at.version + 1 })).toBe('CONFLICT');
    expect(await code(researcher, REPLY, { id, text: 'Sehr.' })).toBe('CONFLICT');
    expect(await code(coordinator, REPLY, { id, text: 'Sehr.' })).toBe('FORBIDDEN');
    expect(await code(rival, REPLY, { id, text: 'Sehr.' })).toBe('NOT_FOUND');
  });

  it('may be asked three times by a side, and is dropped by a decision', async () => {
    const { match, link } = await aMatch();
    const { id } = match;
    for (const note of ['Eins?', 'Zwei?', 'Drei?']) {
      await researcher.ask(ASK, { id, note });
      const at = { ...(await versioned(id)), side: 'OFFER', text: 'Ja.' };
      if (note !== 'Drei?') await coordinator.ask(ANSWER, at);
    }
    await coordinator.ask(RELAY, { ...(await versioned(id)), side: 'OFFER' });
    await settled(wilma.database);
    const mails = wilma.inbox.mailsTo(account.email, 'Rückfrage zu Ihrem Bedarf');
    await researcher.answer(id, 'INTERESTED');
    expect(await waitFor(owner)).not.toContain(id);
    expect((await asked(researcher, id)).questions.at(-1)).toMatchObject({ state: 'DROPPED' });
    const late = await post(answerLink(mails.at(-1)!), { answer: 'REPLY', note: 'Ja.' });
    expect(await late.text()).not.toContain('value="REPLY"');
    await researcher.ask('mutation ($id: ID!) { takeBackAnswer(id: $id) { id } }', { id });
    const page = await (await fetch(link)).text();
    expect(page).not.toContain('value="QUESTION"');
    const refused = await researcher.refusal(ASK, { id, note: 'Vier?' });
    expect(refused.extensions.fields?.[0]?.message).toContain('3 questions');
  });
});
