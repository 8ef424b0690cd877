import { Injectable } from '@nestjs/common';
import { abilityOf, type Actor } from '@wilma/domain';
import {
  type Connection,
  Cursors,
  Database,
  type PageArgs,
  rowsOf,
  whereAllowed,
} from '@wilma/platform';
import { In } from 'typeorm';
import { changesBetween, type FieldChange } from './posting-changes.js';
import { contentOf } from './posting-content.js';
import { PostingTag } from './posting-tag.entity.js';
import { PostingVersion } from './posting-version.entity.js';
import type { Snapshot } from './posting-version.store.js';
import { Posting } from './posting.entity.js';
import { POSTING_FACTS } from './posting-access.js';

/** A version as its owner and coordinators read it. */
export interface VersionView {
  readonly version: number;
  /** When and by whom it was written. */
  readonly at: Date;
  readonly authorId: string | null;
  /** What became different since the version before; empty for the oldest that is kept. */
  readonly changes: readonly FieldChange[];
}

const SIZE = 10;
const ORDER = 'posting-version';

/** Reads what postings say and said before, for their owners and coordinators. */
@Injectable()
export class PostingVersionReader {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Each posting's versions, newest first; none where the viewer may not read all of it. Who took a
   * posting over reads what it says, not what the former owner had said and who wrote it.
   */
  async of(actor: Actor, ids: readonly string[]): Promise<Snapshot[][]> {
    const query = this.database.read
      .createQueryBuilder(Posting, 'posting')
      .addSelect('posting.confidential')
      .where('posting.id = ANY(:ids)', { ids });
    const ability = abilityOf(actor);
    const readsAll = ability.can('review', 'Posting');
    whereAllowed(query, ability, ['readConfidential', 'Posting'], POSTING_FACTS);
    const postings = await query.getMany();
    const found = postings.map(({ id }) => id);
    const tags = await this.database.read.find(PostingTag, {
      where: { postingId: In(found) },
      order: { position: 'ASC' },
    });
    const kept = await this.database.read.find(PostingVersion, {
      where: { postingId: In(found) },
      order: { version: 'DESC' },
    });
    const written = await rowsOf<Written>(this.database.read, WRITTEN_SQL, [found]);
    return ids.map((id) => {
      const posting = postings.find((one) => one.id === id);
      if (posting === undefined) return [];
      const own = tags.filter(({ postingId }) => postingId === id);
      const last = written.find((one) => one.posting === id);
      const present: Snapshot = {
        postingId: id,
        version: posting.version,
        content: contentOf(
          posting,
          own.map(({ tagId, weight }) => ({ tag: tagId, weight })),
        ),
        at: last?.at ?? posting.createdAt,
        authorId: last?.actor ?? null,
      };
      const before = kept.filter(({ postingId }) => postingId === id);
      return sinceHandover(present, before, readsAll ? null : (last?.handedOverAt ?? null));
    });
  }

  /**
   * A page of one posting's versions with what each made different.
   * @param versions newest first
   * @throws DomainError BAD_USER_INPUT where the cursor is none of these
   */
  page(versions: readonly Snapshot[], { first, after }: PageArgs): Connection<VersionView> {
    const distinct = withoutRepetition(versions);
    const hasPlace = after !== null && after !== undefined;
    const below = hasPlace ? Number(this.cursors.open(ORDER, after)[0]) : Infinity;
    const rest = distinct.filter(({ version }) => version < below);
    const shown = rest.slice(0, first ?? SIZE);
    const edges = shown.map((one) => ({
      node: viewOf(one, distinct[distinct.indexOf(one) + 1]),
      cursor: this.cursors.seal(ORDER, [String(one.version), one.postingId]),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: rest.length > shown.length,
        hasPreviousPage: hasPlace,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: Promise.resolve(distinct.length),
    };
  }
}

interface Written {
  readonly posting: string;
  readonly at: Date | null;
  readonly actor: string | null;
  readonly handedOverAt: Date | null;
}

/** The last writing of each, and when its owner changed last; ids of events order by time. */
const WRITTEN_SQL = `
  SELECT asked.id AS posting, event.at, event.actor,
         (SELECT max(at) FROM event
           WHERE payload->>'posting' = asked.id AND name = 'posting.transferred') AS "handedOverAt"
    FROM unnest($1::text[]) AS asked(id) LEFT JOIN LATERAL
      (SELECT at, actor FROM event
        WHERE payload->>'posting' = asked.id AND name IN ('posting.created', 'posting.edited')
        ORDER BY id DESC LIMIT 1) AS event ON true`;

function sinceHandover(
  present: Snapshot,
  kept: readonly Snapshot[],
  handedOverAt: Date | null,
): Snapshot[] {
  if (handedOverAt === null) return [present, ...kept];
  const isOwn = ({ at }: Snapshot): boolean => at > handedOverAt;
  return [isOwn(present) ? present : { ...present, authorId: null }, ...kept.filter(isOwn)];
}

const viewOf = (one: Snapshot, before: Snapshot | undefined): VersionView => ({
  version: one.version,
  at: one.at,
  authorId: one.authorId,
  changes: before === undefined ? [] : changesBetween(before.content, one.content),
});

/** What is said now may be what was kept when it was reviewed. */
const withoutRepetition = (versions: readonly Snapshot[]): Snapshot[] =>
  versions.filter((one, index) => {
    const before = versions[index + 1];
    return before === undefined || changesBetween(before.content, one.content).length > 0;
  });
