import { type AccountActor, type VISITOR } from '@wilma/domain';
import {
  type NeedPatch,
  type Posting,
  PostingService,
  PostingVersionReader,
} from '@wilma/postings';
import { buildOrganisation, buildPosting } from '@wilma/testing';
import { actorOf, type WorkerStage } from './worker-stage.js';

type State = 'CHANGES_REQUESTED' | 'DRAFT' | 'PAUSED' | 'PUBLISHED';

interface Row extends Record<string, unknown> {
  readonly state: string;
  readonly version: number;
}

export interface PostingLife {
  /** A need of an organisation in a state, and who acts for it. */
  readonly aNeed: (plan?: {
    readonly verified?: boolean;
    readonly state?: State;
  }) => Promise<{ id: string; organisation: string; member: AccountActor }>;
  readonly rowOf: (id: string) => Promise<Row>;
  /** Edits the version that stands. */
  readonly edit: (actor: AccountActor, id: string, patch: NeedPatch) => Promise<Posting>;
  /** What each version changed, the newest first: its fields with what came and went. */
  readonly changesOf: (actor: AccountActor | typeof VISITOR, id: string) => Promise<string[][]>;
}

/** What the specs about a posting's life do to a need. */
export function postingLife(stage: WorkerStage): PostingLife {
  const rowOf = async (id: string): Promise<Row> => {
    const [row] = await stage.database.query<Row>(
      'SELECT state::text, version, summary, sector, size_class, organisation_id FROM posting WHERE id = $1',
      [id],
    );
    return row!;
  };
  return {
    rowOf,
    async aNeed({ verified = true, state = 'PUBLISHED' } = {}) {
      const organisation = await buildOrganisation(stage.database, { verified });
      const member = await actorOf(stage.database, 'MEMBER', organisation);
      const id = await buildPosting(stage.database, 'NEED', { organisation, state });
      return { id, organisation, member };
    },
    async edit(actor, id, patch) {
      const { version } = await rowOf(id);
      return stage.get(PostingService).edit(actor, 'NEED', [id, version], patch);
    },
    async changesOf(actor, id) {
      const reader = stage.get(PostingVersionReader);
      const [versions = []] = await reader.of(actor, [id]);
      const { edges } = reader.page(versions, {});
      return edges.map(({ node }) =>
        node.changes.map(({ field, parts }) =>
          [
            field,
            ...parts.filter(({ kind }) => kind !== 'SAME').map((p) => `${p.kind}:${p.text}`),
          ].join(' '),
        ),
      );
    },
  };
}
