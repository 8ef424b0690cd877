import { Injectable } from '@nestjs/common';
import { abilityOf, type AccountActor, lastMorningBefore } from '@wilma/domain';
import { Match, MATCH_FACTS, WAITS_FOR_STAFF } from '@wilma/matches';
import { Clock, Database, whereAllowed } from '@wilma/platform';
import { allowedPostings, Posting } from '@wilma/postings';
import type { SelectQueryBuilder } from 'typeorm';
import { OutgoingMail } from './outgoing-mail.entity.js';
import type { DigestTopic } from './templates/index.js';

/** Titles that a digest names of each list. */
const NAMED = 3;
/** What went wrong or ended longer ago was told often enough. */
const RECENT_MS = 7 * 86_400_000;

const happened = (what: string): string => `EXISTS (SELECT FROM event
  WHERE payload->>'match' = match.id::text AND at > :since AND ${what})`;

/** A match that expires has no deadline any more; one that stays approved is not late but held. */
const OVERDUE = `match.state = 'EXPIRED' AND ${happened(`name = 'match.expired'`)}`;

/** Questions have a list of their own. */
const ANSWERED = `(match.need_answer IS NOT NULL OR match.offer_answer IS NOT NULL)
  AND ${happened(`name = 'match.answered' AND payload->>'answer' <> 'QUESTION'`)}`;

interface WaitingItem {
  readonly title: string;
  /** Below the address of the installation. */
  readonly path: string;
}

export interface WaitingList {
  readonly topic: DigestTopic;
  /** 1 or more. */
  readonly count: number;
  /** The first few. */
  readonly items: readonly WaitingItem[];
}

type Found = Omit<WaitingList, 'topic'>;

/** Reads what waits for one coordinator, by what they may decide. */
@Injectable()
export class DigestReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lists that are not empty. */
  async of(actor: AccountActor): Promise<WaitingList[]> {
    const now = this.clock.now();
    const recent = new Date(now.getTime() - RECENT_MS);
    const found: Record<DigestTopic, Found> = {
      SUGGESTIONS: await this.matches(actor, `match.state = 'SUGGESTED'`),
      QUESTIONS: await this.matches(actor, WAITS_FOR_STAFF),
      ANSWERED: await this.matches(actor, ANSWERED, { since: lastMorningBefore(now) }),
      OVERDUE: await this.matches(actor, OVERDUE, { since: recent }),
      POSTINGS: await this.postings(actor),
      MAILS: await this.mails(recent),
    };
    return (Object.keys(found) as DigestTopic[])
      .map((topic) => ({ topic, ...found[topic] }))
      .filter(({ count }) => count > 0);
  }

  /** Those that are due first. */
  private matches(actor: AccountActor, where: string, values = {}): Promise<Found> {
    const query = this.database.read
      .createQueryBuilder(Match, 'match')
      .innerJoin('match.need', 'need')
      .innerJoin('match.offer', 'offer')
      .select(`need.title || ' – ' || offer.title`, 'title')
      .addSelect(`'/matches/' || match.id`, 'path')
      .where(where, values)
      .orderBy('match.deadline', 'ASC', 'NULLS LAST')
      .addOrderBy('match.points', 'DESC')
      .addOrderBy('match.id');
    return first(whereAllowed(query, abilityOf(actor), ['decide', 'Match'], MATCH_FACTS));
  }

  /** A posting that its contact must confirm first waits for them, not for a coordinator. */
  private postings(actor: AccountActor): Promise<Found> {
    const query = this.database.read
      .createQueryBuilder(Posting, 'posting')
      .select('posting.title', 'title')
      .addSelect(
        `CASE posting.kind WHEN 'NEED' THEN '/needs/' ELSE '/offers/' END || posting.id`,
        'path',
      )
      .where(`posting.state = 'SUBMITTED' AND posting.confirmation IS DISTINCT FROM 'WAITING'`)
      .orderBy('posting.createdAt')
      .addOrderBy('posting.id');
    return first(allowedPostings(query, actor, 'review'));
  }

  /** What is still being tried may yet arrive. */
  private mails(recent: Date): Promise<Found> {
    return first(
      this.database.read
        .createQueryBuilder(OutgoingMail, 'mail')
        .select('mail.subject', 'title')
        .addSelect(`'/mail-problems'`, 'path')
        .where(`mail.state = 'REFUSED' AND mail.lastError IS NOT NULL`)
        .andWhere('mail.createdAt > :recent', { recent })
        .orderBy('mail.createdAt', 'DESC')
        .addOrderBy('mail.id'),
    );
  }
}

async function first<E extends object>(query: SelectQueryBuilder<E>): Promise<Found> {
  const rows = await query
    .addSelect('(count(*) OVER ())::int', 'count')
    .limit(NAMED)
    .getRawMany<WaitingItem & { readonly count: number }>();
  return { count: rows[0]?.count ?? 0, items: rows.map(({ title, path }) => ({ title, path })) };
}
