import { Subscription } from '@wilma/testing';
import type { Cell, Stage } from './stage.js';
import { notification } from './subjects.js';
import type { Kind, Viewer } from './table.js';

interface Listening {
  readonly query: string;
  /** Prepares what is told of it again and again; resolves with its id. */
  readonly subject: (stage: Stage, cell: Cell) => Promise<string>;
  /** Lets something be told of a subject; resolves with the id that is heard. */
  readonly tell: (stage: Stage, cell: Cell, id: string) => Promise<string>;
}

const tellOf =
  (name: string, key: string): Listening['tell'] =>
  async ({ database }, _cell, id) => {
    await database.insert('event', { name, payload: { [key]: id } });
    return id;
  };

export const SUBSCRIPTIONS: Readonly<Record<string, Listening>> = {
  matchChanged: {
    query: 'subscription { matchChanged { id } }',
    subject: (stage, cell) => stage.asked(cell),
    tell: tellOf('match.rescored', 'match'),
  },
  notificationAdded: {
    query: 'subscription { notificationAdded { id } }',
    subject: (stage, cell) => stage.posting({ ...cell, kind: 'other' }, 'NEED'),
    tell: (stage, cell, id) => notification(stage, cell, { posting_id: id }),
  },
  postingChanged: {
    query: 'subscription { postingChanged { id } }',
    subject: (stage, cell) => stage.posting(cell, 'NEED'),
    tell: tellOf('posting.changed', 'posting'),
  },
};

/**
 * What a viewer hears. What is told of their own comes last each time, and something else of theirs
 * after it: once they have heard that, whatever was told before has come or never will.
 */
export async function heardBy(
  stage: Stage,
  viewer: Viewer,
  { query, subject, tell }: Listening,
  kinds: readonly Kind[],
): Promise<ReadonlyMap<Kind, string>> {
  const subscription = new Subscription(stage.players[viewer].client, query);
  const ids = new Map<Kind, Set<string>>();
  try {
    if (viewer === 'visitor') {
      await subscription.hears('UNAUTHENTICATED');
      return new Map(kinds.map((kind) => [kind, 'U']));
    }
    const subjects = new Map<Kind, string>();
    for (const kind of kinds) subjects.set(kind, await subject(stage, { viewer, kind }));
    const hears = (kind: Kind): boolean =>
      [...(ids.get(kind) ?? [])].some((id) => subscription.knows(id));
    await stage.database.until(`${viewer} hears of their own`, async () => {
      for (const [kind, id] of [...subjects].reverse()) {
        const told = await tell(stage, { viewer, kind }, id);
        ids.set(kind, (ids.get(kind) ?? new Set()).add(told));
      }
      return hears('own');
    });
    const last = await subject(stage, { viewer, kind: 'own' });
    const told = new Set<string>();
    await stage.database.until(`${viewer} hears of what comes last`, async () => {
      told.add(await tell(stage, { viewer, kind: 'own' }, last));
      return [...told].some((id) => subscription.knows(id));
    });
    return new Map(kinds.map((kind) => [kind, hears(kind) ? '+' : '0']));
  } finally {
    await subscription.close();
  }
}
