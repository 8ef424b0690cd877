import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, POSTING_TRANSITIONS } from '@wilma/domain';
import { PostingClock, PostingService } from '@wilma/postings';
import { buildOrganisation, buildPosting } from '@wilma/testing';
import { type Plan, ROWS, type Scene, type Who } from './posting-step-cases.js';
import { actorOf, codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;

beforeAll(async () => {
  stage = await WorkerStage.set();
});

afterAll(() => stage.end());

let scenes = 0;

/** A need in a state, and everybody who could act on it. */
async function aScene(wanted: Plan) {
  const { verified = true, confirmation = null, endsIn = 90 } = wanted;
  const state = wanted.starts ?? wanted.from;
  scenes += 1;
  const { database } = stage;
  const organisation = await buildOrganisation(database, { verified });
  const mail = `step-${scenes}@contact.example`;
  const plan = { organisation, state, contact: { mail } };
  const id = await buildPosting(database, 'NEED', plan);
  const ends = new Date(Date.now() + endsIn * 86_400_000);
  await database.query(
    'UPDATE posting SET confirmation = $2, expires_at = $3, review_note = $4 WHERE id = $1',
    [id, confirmation, ends, state === 'CHANGES_REQUESTED' ? 'Bitte genauer.' : null],
  );
  const scene: Scene = {
    id,
    mail,
    owner: await actorOf(database, 'MEMBER', organisation),
    stranger: await actorOf(database, 'MEMBER', await buildOrganisation(database)),
    insider: await actorOf(database, 'COORDINATOR', organisation),
    contact: { kind: 'CONTACT', postingId: id },
    elsewhere: { kind: 'CONTACT', postingId: organisation },
  };
  return scene;
}

const actorIn = (scene: Scene, who: Who): Actor =>
  who === 'coordinator' ? stage.coordinator : scene[who];
const standing = async (id: string) => {
  const sql = 'SELECT state::text, version FROM posting WHERE id = $1';
  const [found] = await stage.database.query<{ state: string; version: number }>(sql, [id]);
  return found!;
};
const eventsOf = async (id: string): Promise<string[]> => {
  const sql = `SELECT name FROM event WHERE payload->>'posting' = $1 ORDER BY id`;
  return (await stage.database.query<{ name: string }>(sql, [id])).map(({ name }) => name);
};

describe('each step of a posting', () => {
  it.each(ROWS.map((one) => [`${one.from} ${one.action} by ${one.by}`, one] as const))(
    '%s: whoever may, with its event and its mail; a stale version and all others are refused',
    async (_what, { work, by, refused, to, event, mail, ...plan }) => {
      const scene = await aScene(plan);
      const before = await standing(scene.id);
      for (const [who, code] of refused) {
        const attempt = { stage, scene, actor: actorIn(scene, who), version: before.version };
        expect([who, await codeOf(work(attempt))]).toEqual([who, code]);
      }
      const attempt = (version: number) =>
        work({ stage, scene, actor: actorIn(scene, by), version });
      expect(await codeOf(attempt(before.version + 1))).toBe('CONFLICT');
      expect([await standing(scene.id), await eventsOf(scene.id)]).toEqual([before, []]);

      await attempt(before.version);
      const after = await standing(scene.id);
      expect(after.state).toBe(to);
      expect(after.version).toBeGreaterThan(before.version);
      expect(await eventsOf(scene.id)).toContain(event);
      await stage.settled();
      const subjects = stage.inbox.mailsTo(scene.mail).map(({ subject }) => subject);
      expect(subjects).toEqual(mail === null ? [] : [expect.stringContaining(mail)]);
      expect(await codeOf(attempt(before.version))).toBe('CONFLICT');
    },
  );

  it('is a row of the table, and whoever may take one has a case, but for the clock', () => {
    const cases = new Set(
      ROWS.map(
        ({ from, action, to, by, event }) =>
          `${by.toUpperCase()}: ${from} ${action} ${to}, ${event}`,
      ),
    );
    const rows = POSTING_TRANSITIONS.filter(({ action }) => action !== 'expire').flatMap(
      ({ from, action, to, by, event }) =>
        by.flatMap((who) => from.map((state) => `${who}: ${state} ${action} ${to}, ${event}`)),
    );
    expect([...cases].sort()).toEqual(rows.sort());
  });

  it('is told by mail where the table says so', () => {
    const told = new Set(ROWS.filter(({ mail }) => mail !== null).map(({ action }) => action));
    const rows = POSTING_TRANSITIONS.filter(
      ({ action, mail }) => action !== 'expire' && mail.length > 0,
    );
    expect([...told].sort()).toEqual(rows.map(({ action }) => action).sort());
  });
});

describe('the end of a listing', () => {
  const strike = () =>
    Promise.all([stage.get(PostingClock).tick(), stage.get(PostingClock).tick()]);

  it('is announced once, by a link that renews, and again for the next end', async () => {
    const { id, mail, contact } = await aScene({ from: 'PUBLISHED', endsIn: 13 });
    await strike();
    await strike();
    await stage.settled();
    expect(await eventsOf(id)).toEqual(['posting.expiring']);
    const [warning, ...others] = stage.inbox.mailsTo(mail);
    expect(warning?.subject).toContain('Noch aktuell?');
    expect(warning?.text).toContain('/renew/');
    expect(others).toEqual([]);

    const { version } = await standing(id);
    await stage.get(PostingService).move(contact, [id, version], 'renew');
    const again = stage.get(PostingService).move(contact, [id, version + 1], 'renew');
    expect(await codeOf(again)).toBe('CONFLICT');
    await stage.database.query(
      `UPDATE posting SET expires_at = now() + interval '5 days' WHERE id = $1`,
      [id],
    );
    await strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(mail)).toHaveLength(2);
  });

  it('is too far away to be announced', async () => {
    const { id } = await aScene({ from: 'PUBLISHED', endsIn: 15 });
    await strike();
    expect(await eventsOf(id)).toEqual([]);
  });

  it('comes once, and is told by mail', async () => {
    const { id, mail } = await aScene({ from: 'PUBLISHED', endsIn: -0.01 });
    await strike();
    await stage.settled();
    expect((await standing(id)).state).toBe('EXPIRED');
    expect(await eventsOf(id)).toEqual(['posting.expired']);
    expect(stage.inbox.mailsTo(mail)).toHaveLength(1);
    expect(stage.inbox.mailsTo(mail, 'Nicht mehr veröffentlicht')).toHaveLength(1);
  });
});
