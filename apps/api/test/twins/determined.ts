import { jest } from '@jest/globals';
import type { TestDatabase } from '@wilma/testing';

/**
 * What databases draw at random or read from their clock is the same in every world: ids are counted
 * by table, and the time is what it is set to. Nothing has to be left out of what is compared.
 */
const SETUP = [
  'CREATE TABLE twin_clock (now timestamptz)',
  'INSERT INTO twin_clock VALUES (now())',
  `CREATE FUNCTION twin_now() RETURNS timestamptz STABLE LANGUAGE sql
     SET search_path = public RETURN (SELECT now FROM twin_clock)`,
  'CREATE TABLE twin_count (name text PRIMARY KEY, n int NOT NULL)',
  `CREATE FUNCTION twin_count(name text) RETURNS int LANGUAGE sql SET search_path = public AS $$
     INSERT INTO twin_count AS known VALUES (name, 1)
     ON CONFLICT ON CONSTRAINT twin_count_pkey DO UPDATE SET n = known.n + 1 RETURNING n $$`,
  // Version 4 in form, in no order.
  `CREATE FUNCTION twin_id(name text) RETURNS uuid LANGUAGE sql SET search_path = public RETURN
     overlay(overlay(md5(name || twin_count(name)) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`,
  'ALTER TABLE event ADD COLUMN twin_place serial',
  // Ids of events tell their time, and how many of their subject came before; the rest is chance.
  `CREATE FUNCTION twin_event() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     subject text = split_part(NEW.name, '.', 1)
       || COALESCE(NEW.payload->>'match', NEW.payload->>'posting', NEW.payload::text);
     moment text = lpad(to_hex((extract(epoch FROM twin_now()) * 1000)::bigint), 12, '0');
   BEGIN
     NEW.id = (moment || '7' || lpad(to_hex(twin_count(subject)), 3, '0')
       || '8000' || left(md5(subject), 12))::uuid;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER twin_event BEFORE INSERT ON event
   FOR EACH ROW EXECUTE FUNCTION twin_event()`,
  // Of notifications the owners get more or fewer: each is drawn for whom and what it is for.
  `CREATE FUNCTION twin_notification() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.id = public.twin_id('notification' || NEW.account_id || NEW.occasion);
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER twin_notification BEFORE INSERT ON notification
   FOR EACH ROW EXECUTE FUNCTION twin_notification()`,
];

const DRAWN = `
  SELECT format('%I.%I', table_schema, table_name) AS "table", table_name AS name,
         format('%I', column_name) AS "column", column_default AS value
    FROM information_schema.columns
   WHERE table_schema IN ('public', 'auth')
     AND (column_default ~ 'uuid[v7]*\\(|now\\(\\)|CURRENT_TIMESTAMP')`;

export async function determine(database: TestDatabase): Promise<void> {
  for (const sql of SETUP) await database.query(sql);
  const drawn = await database.query<Record<'column' | 'name' | 'table' | 'value', string>>(DRAWN);
  for (const { table, name, column, value } of drawn) {
    const own = value.includes('uuid') ? `public.twin_id('${name}')` : 'public.twin_now()';
    await database.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET DEFAULT ${own}`);
  }
}

const REAL = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['requestAnimationFrame', 'cancelAnimationFrame'] as const),
  ...(['requestIdleCallback', 'cancelIdleCallback'] as const),
  ...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
  ...(['setTimeout', 'clearTimeout'] as const),
];

/** Stops the time of this process; timers go on. */
export function stopTime(at: Date): void {
  jest.useFakeTimers({ now: at, doNotFake: [...REAL] });
}

export const goOn = (): void => {
  jest.useRealTimers();
};

/** It is this moment, for the process and for the database. */
export async function setTime(database: TestDatabase, at: Date): Promise<void> {
  jest.setSystemTime(at);
  await database.query('UPDATE twin_clock SET now = $1', [at]);
}

/** The same numbers for the same seed (mulberry32), from 0 to below 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
