import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@wilma/platform';
import { contentOf, type PostingContent } from './posting-content.js';
import { PostingTag } from './posting-tag.entity.js';
import type { Posting } from './posting.entity.js';

/** Versions of a posting that are kept; of the older ones the events still tell. */
export const KEPT_VERSIONS = 20;

/** What a posting says at one version, when that was written, and by whom. */
export interface Snapshot {
  readonly postingId: string;
  readonly version: number;
  readonly content: PostingContent;
  readonly at: Date;
  readonly authorId: string | null;
}

/** Keeps what postings said before they changed. */
@Injectable()
export class PostingVersionStore {
  /** @param posting as it is stored, with its confidential text */
  async snapshot(tx: Tx, posting: Posting): Promise<Snapshot> {
    const tags = await tx.find(PostingTag, {
      where: { postingId: posting.id },
      order: { position: 'ASC' },
    });
    const [written] = await rowsOf<{ at: Date; actor: string | null }>(tx, WRITTEN_SQL, [
      posting.id,
    ]);
    return {
      postingId: posting.id,
      version: posting.version,
      content: contentOf(
        posting,
        tags.map(({ tagId, weight }) => ({ tag: tagId, weight })),
      ),
      at: written?.at ?? posting.createdAt,
      authorId: written?.actor ?? null,
    };
  }

  /** Keeps a version that was shown to somebody, unless the last one that is kept said the same. */
  async keep(tx: Tx, { postingId, version, content, at, authorId }: Snapshot): Promise<void> {
    await tx.query(KEEP_SQL, [postingId, version, content, at, authorId]);
    await tx.query(PRUNE_SQL, [postingId, KEPT_VERSIONS]);
  }
}

/** Its last writing; ids of events order by time. */
export const WRITTEN_SQL = `
  SELECT at, actor FROM event
   WHERE payload->>'posting' = $1 AND name IN ('posting.created', 'posting.edited')
   ORDER BY id DESC LIMIT 1`;

const KEEP_SQL = `
  INSERT INTO posting_version (posting_id, version, content, at, author_id)
  SELECT $1, $2, $3, $4, $5
   WHERE $3::jsonb IS DISTINCT FROM (SELECT content FROM posting_version WHERE posting_id = $1
                                      ORDER BY version DESC LIMIT 1)
  ON CONFLICT DO NOTHING`;

const PRUNE_SQL = `
  DELETE FROM posting_version WHERE posting_id = $1 AND version <=
    (SELECT version FROM posting_version WHERE posting_id = $1
      ORDER BY version DESC OFFSET $2 LIMIT 1)`;
