import { Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Actor, demand, SYSTEM } from '@wilma/domain';
import { Database, EventLog, rowsOf, type Tx } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';

/** How many postings carry a tag. */
@ObjectType()
export class TagUsage {
  /** In any state, drafts included. */
  @Field(() => Int) postings: number;
  @Field(() => Int) published: number;
}

/** What merging tags would touch. */
@ObjectType()
export class MergePreview extends TagUsage {
  /** Postings that carry several of the tags, so that they end up with fewer. */
  @Field(() => Int) several: number;
  /** Open matches of these postings; they are computed again. */
  @Field(() => Int) matches: number;
}

const NONE: TagUsage = { postings: 0, published: 0 };
const NOTHING: MergePreview = { postings: 0, published: 0, several: 0, matches: 0 };

/** Which postings carry which tags, for curators and for the matching that follows them. */
@Injectable()
export class TagUsageReader {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly events: EventLog,
  ) {}

  /** How much each tag is used, in the order of the ids. */
  async usageOf(ids: readonly string[]): Promise<TagUsage[]> {
    const rows = await rowsOf<TagUsage & { tag: string }>(
      this.database.read,
      `SELECT tag_id AS tag, count(*)::int AS postings,
              (count(*) FILTER (WHERE state = 'PUBLISHED'))::int AS published
         FROM posting_tag JOIN posting ON posting.id = posting_id
        WHERE tag_id = ANY($1) GROUP BY tag_id`,
      [ids],
    );
    const byTag = new Map(rows.map(({ tag, ...usage }) => [tag, usage]));
    return ids.map((id) => byTag.get(id) ?? NONE);
  }

  async previewMerge(actor: Actor, from: readonly string[], into: string): Promise<MergePreview> {
    demand(actor, 'curate', 'Tag');
    const [preview] = await rowsOf<MergePreview>(this.database.read, PREVIEW_SQL, [from, into]);
    return preview ?? NOTHING;
  }

  /**
   * Tags changed: what carries one of them, or one below, is announced to be matched again. Pairs
   * of tags that meet differently now have one end there, so that no other posting is concerned.
   */
  async announce(tx: Tx, tags: readonly string[]): Promise<void> {
    const [tag = ''] = tags;
    const concerned = (await this.vocabulary.read(tx)).withNarrower(tags);
    const rows = await rowsOf<{ posting: string }>(
      tx,
      `SELECT DISTINCT posting_id AS posting FROM posting_tag
         JOIN posting ON posting.id = posting_id AND state = 'PUBLISHED' WHERE tag_id = ANY($1)`,
      [concerned],
    );
    const payloads = rows.map(({ posting }) => ({ posting, tag }));
    await this.events.recordEach(tx, SYSTEM, 'posting.retagged', payloads);
  }
}

const PREVIEW_SQL = `
  WITH touched AS (
    SELECT posting_id AS id, count(*) > 1 AS several FROM posting_tag
     WHERE tag_id = ANY($1) OR tag_id = $2
     GROUP BY posting_id HAVING bool_or(tag_id = ANY($1)))
  SELECT count(*)::int AS postings,
         (count(*) FILTER (WHERE state = 'PUBLISHED'))::int AS published,
         (count(*) FILTER (WHERE several))::int AS several,
         (SELECT count(*)::int FROM match
           WHERE state IN ('SUGGESTED', 'SNOOZED', 'APPROVED')
             AND (need_id IN (SELECT id FROM touched) OR offer_id IN (SELECT id FROM touched)))
           AS matches
    FROM touched JOIN posting USING (id)`;
