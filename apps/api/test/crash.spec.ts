import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerLink,
  Gate,
  type MatchSeen,
  type Person,
  QUEUES,
  type Versioned,
  Wilma,
} from '@wilma/testing';
import { aNeed, type Cast, setStage, settled } from './stage.js';

/** Where the worker stands when it is killed, each time in the flow of another need. */
const POINTS = [
  'before the relay notes what it has queued',
  'after the event is relayed, before its handler runs',
  'inside the transaction that suggests',
  'inside the transaction that asks',
  'while a mail is in DATA',
  'after a mail was taken, before that is noted',
] as const;
type Point = (typeof POINTS)[number];
const [RELAYING, RELAYED, SUGGESTING, ASKING, IN_DATA, TAKEN] = POINTS;

/** The address of the contact tells the flows apart. */
const contactOf = (point: Point): string => `need-${POINTS.indexOf(point)}@company.example`;
const titleOf = (point: Point): string => `Bedarf ${POINTS.indexOf(point)} (Beispiel)`;

/** Six flows stand at six points when the worker is killed, once; then another one is started. */
describe.each(QUEUES)('after kill -9 of the worker, with the queue in %s', (queue) => {
  let wilma: Wilma;
  let cast: Cast;
  let coordinator: Person;
  let researcher: Person;
  let needs: Record<Point, Versioned>;

  const suggested = (point: Point): Promise<MatchSeen> =>
    wilma.database.until(`the offer is suggested to ${titleOf(point)}`, async () =>
      (await coordinator.matchesOf(needs[point].id)).at(0),
    );

  beforeAll(async () => {
    wilma = await Wilma.start({ queue, settings: { SMTP_DEADLINE_MS: '5000' } });
    cast = await setStage(wilma.database);
    coordinator = await wilma.signIn(cast.coordinator);
    researcher = await wilma.signIn(cast.researcher);
    const company = await wilma.signIn(cast.company);
    needs = await createNeeds(company);
    const gates = await closeGates(wilma, needs);
    const held = wilma.inbox.holdNext(({ to }) => to === contactOf(IN_DATA));

    for (const point of [ASKING, TAKEN, IN_DATA] as const) await company.submit(needs[point]);
    for (const point of [ASKING, TAKEN] as const) {
      await coordinator.approve(await suggested(point));
      await gates[point].reached();
    }
    for (const point of [SUGGESTING, RELAYED] as const) {
      await suggested(IN_DATA);
      await company.submit(needs[point]);
      await gates[point].reached();
    }
    await coordinator.approve(await suggested(IN_DATA));
    await held.arrived;
    await company.submit(needs[RELAYING]);
    await gates[RELAYING].reached();

    await expectAllAtTheirPoints(wilma, needs);
    await wilma.workers[0]!.kill();
    for (const gate of Object.values(gates)) await gate.openAfterCrash();
    await wilma.startWorker();
  });

  afterAll(() => wilma.stop());

  it.each(POINTS)('%s, the flow ends as if nothing had happened', async (point) => {
    const match = await suggested(point);
    if (match.state === 'SUGGESTED') await coordinator.approve(match);
    const asked = await wilma.inbox.mailTo(contactOf(point), 'Angebot zu Ihrem Bedarf');
    await fetch(answerLink(asked), {
      method: 'POST',
      body: new URLSearchParams({ answer: 'INTERESTED' }),
    });
    expect(await researcher.answer(match.id, 'INTERESTED')).toMatchObject({ state: 'INTRODUCED' });

    await settled(wilma.database);
    expect(await coordinator.matchesOf(needs[point].id)).toHaveLength(1);
    const toCompany = wilma.inbox.mailsTo(contactOf(point));
    const [first, ...again] = toCompany.filter(({ messageId }) => messageId === asked.messageId);
    // Between the server's yes and our note of it a mail can leave again: the very same.
    expect(again).toEqual(point === TAKEN ? [first] : []);
    expect(toCompany).toHaveLength(point === TAKEN ? 3 : 2);
    expect(wilma.inbox.mailsTo(cast.researcher.email, titleOf(point))).toHaveLength(2);
  });
});

async function createNeeds(company: Person): Promise<Record<Point, Versioned>> {
  const needs = POINTS.map(async (point) => {
    const contact = { name: 'Erika Beispiel', mail: contactOf(point) };
    return [point, await company.createNeed(aNeed({ title: titleOf(point), contact }))];
  });
  return Object.fromEntries(await Promise.all(needs)) as Record<Point, Versioned>;
}

type GatedPoint = Exclude<Point, typeof IN_DATA>;

async function closeGates(
  { database }: Wilma,
  needs: Record<Point, Versioned>,
): Promise<Record<GatedPoint, Gate>> {
  return {
    [RELAYING]: await Gate.close(database, {
      table: 'event',
      on: 'UPDATE',
      when: `NEW.payload->>'posting' = '${needs[RELAYING].id}'`,
    }),
    [RELAYED]: await Gate.close(database, {
      table: 'handled',
      on: 'INSERT',
      when: `EXISTS (SELECT FROM event WHERE id = NEW.event_id AND name = 'posting.published'
                        AND payload->>'posting' = '${needs[RELAYED].id}')`,
    }),
    [SUGGESTING]: await Gate.close(database, {
      table: 'match',
      on: 'INSERT',
      when: `NEW.need_id = '${needs[SUGGESTING].id}'`,
    }),
    [ASKING]: await Gate.close(database, {
      table: 'outgoing_mail',
      on: 'INSERT',
      when: `NEW.to_address = '${contactOf(ASKING)}'`,
    }),
    [TAKEN]: await Gate.close(database, {
      table: 'outgoing_mail',
      on: 'UPDATE',
      when: `NEW.to_address = '${contactOf(TAKEN)}' AND NEW.state = 'SENT'`,
    }),
  };
}

/** The flows are where they are to be, and none is further. */
async function expectAllAtTheirPoints(
  { database, inbox }: Wilma,
  needs: Record<Point, Versioned>,
): Promise<void> {
  const of = (point: Point) => [needs[point].id];
  const published = `name = 'posting.published' AND payload->>'posting' = $1`;
  expect(
    await database.query(`SELECT relayed_at FROM event WHERE ${published}`, of(RELAYING)),
  ).toEqual([{ relayed_at: null }]);
  expect(
    await database.query(
      `SELECT relayed_at IS NOT NULL AS relayed,
              EXISTS (SELECT FROM handled WHERE event_id = event.id) AS handled
         FROM event WHERE ${published}`,
      of(RELAYED),
    ),
  ).toEqual([{ relayed: true, handled: false }]);
  expect(await database.query('SELECT id FROM match WHERE need_id = $1', of(SUGGESTING))).toEqual(
    [],
  );
  expect(await database.query('SELECT asked_at FROM match WHERE need_id = $1', of(ASKING))).toEqual(
    [{ asked_at: null }],
  );
  for (const point of [IN_DATA, TAKEN] as const) {
    expect(
      await database.query('SELECT state FROM outgoing_mail WHERE to_address = $1', [
        contactOf(point),
      ]),
    ).toEqual([{ state: 'SENDING' }]);
    expect(inbox.mailsTo(contactOf(point))).toHaveLength(point === TAKEN ? 1 : 0);
  }
}
