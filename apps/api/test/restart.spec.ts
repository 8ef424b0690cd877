import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Wilma } from '@wilma/testing';
import { aNeed, setStage } from './stage.js';

const SESSIONS = 'of the programs';
let wilma: Wilma;

beforeAll(async () => {
  wilma = await Wilma.start({ settings: { PGAPPNAME: SESSIONS } });
});

afterAll(() => wilma.stop());

/** What a restart of the database does to those who are connected. @returns how many were */
async function loseSessions(): Promise<number> {
  const lost = await wilma.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name <> '' AND pid <> pg_backend_pid()`,
  );
  return lost.length;
}

it('works on after the database has ended all connections', async () => {
  const cast = await setStage(wilma.database);
  const company = await wilma.signIn(cast.company);
  const coordinator = await wilma.signIn(cast.coordinator);
  const draft = await company.createNeed(aNeed());
  expect(await loseSessions()).toBeGreaterThan(4);

  await wilma.database.until('the API answers', async () => {
    return (await fetch(`${wilma.origin}/health/ready`)).ok;
  });
  await wilma.signIn(cast.company);
  const need = await company.submit(draft);
  expect(await loseSessions()).toBeGreaterThan(0);

  const match = await wilma.database.until('the offer is suggested', async () =>
    (await coordinator.matchesOf(need.id).catch(() => [])).at(0),
  );
  await coordinator.approve(match);
  await loseSessions();
  await wilma.inbox.mailTo(cast.company.email);
  await wilma.inbox.mailTo(cast.researcher.email);
});
