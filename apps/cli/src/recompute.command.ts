import { MatchFinder } from '@wilma/matches';
import { Database, isUuid, rowsOf } from '@wilma/platform';
import { withFeatures } from './features.js';

/** Lines of progress that a long run prints. */
const REPORTS = 20;

const PUBLISHED_SQL = `
  SELECT id FROM posting WHERE state = 'PUBLISHED' AND ($1::uuid IS NULL OR id = $1)
   ORDER BY published_at, id`;

/**
 * Matches published postings again, or one: scores follow, what fits is suggested. Each in a
 * transaction of its own, beside running workers.
 * @throws Error where there is no such published posting
 */
export async function recompute(posting: string | null): Promise<void> {
  if (posting !== null && !isUuid(posting)) throw new Error(`${posting} is no id of a posting`);
  await withFeatures(async (app) => {
    const [database, finder] = [app.get(Database), app.get(MatchFinder)];
    const ids = await rowsOf<{ id: string }>(database.read, PUBLISHED_SQL, [posting]);
    if (posting !== null && ids.length === 0) throw new Error(`${posting} is not published`);
    const step = Math.ceil(ids.length / REPORTS);
    const before = await matches(database);
    for (const [index, { id }] of ids.entries()) {
      await database.transaction((tx) => finder.refresh(tx, id));
      const done = index + 1;
      if (done % step === 0 || done === ids.length) {
        console.log(`${String(done)} of ${String(ids.length)} postings`);
      }
    }
    const more = (await matches(database)) - before;
    console.log(`${String(ids.length)} postings matched again, ${String(more)} new matches`);
  });
}

async function matches({ read }: Database): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(read, 'SELECT count(*)::int AS n FROM match');
  return row?.n ?? 0;
}
