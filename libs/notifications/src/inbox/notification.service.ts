import { Injectable } from '@nestjs/common';
import { type EventName, otherSide, Side } from '@wilma/domain';
import { Match, postingIdOf } from '@wilma/matches';
import { rowsOf, type Tx } from '@wilma/platform';
import { type News, NotificationWriter } from './notification.writer.js';

type PostingNews = Extract<EventName, `posting.${string}`>;
type MatchNews = Extract<EventName, `match.${string}`>;
type Kind = News['kind'];

interface PostingRow {
  readonly organisation: string;
  /** Handed in and waiting for a coordinator, not for its contact. */
  readonly reviewable: boolean;
}

const POSTING = `
  SELECT organisation_id AS organisation,
         state = 'SUBMITTED' AND confirmation IS DISTINCT FROM 'WAITING' AS reviewable
    FROM posting WHERE id = $1`;

/** Decides who is told in the app of what happens to postings, matches and organisations. */
@Injectable()
export class NotificationService {
  constructor(private readonly writer: NotificationWriter) {}

  /** Tells coordinators of a posting that waits for their review. */
  async postingHandedIn(tx: Tx, event: PostingNews, posting: string): Promise<void> {
    const [row] = await rowsOf<PostingRow>(tx, POSTING, [posting]);
    // A verified organisation's is published at once.
    if (row?.reviewable !== true) return;
    await this.writer.tellCoordinators(tx, newsOf('POSTING_TO_REVIEW', event, { posting }));
  }

  /** Tells the owner's people what became of their posting. */
  async postingChanged(tx: Tx, kind: Kind, event: PostingNews, posting: string): Promise<void> {
    const [row] = await rowsOf<PostingRow>(tx, POSTING, [posting]);
    if (row === undefined) return;
    await this.writer.tellMembers(tx, newsOf(kind, event, { posting }), [row.organisation]);
  }

  /** Tells the sides that have not answered that they are asked. */
  async asked(tx: Tx, match: string): Promise<void> {
    const found = await matchOf(tx, match);
    if (found?.state !== 'APPROVED') return;
    const silent = sidesWhere(found, (answer) => answer === null);
    await this.tellSides(tx, newsOf('MATCH_TO_ANSWER', 'match.asked', { match }), [found, silent]);
  }

  /** Tells coordinators of a question that one side has asked. */
  async questionAsked(tx: Tx, match: string): Promise<void> {
    const found = await matchOf(tx, match);
    if (found === null) return;
    const news = newsOf('QUESTION_WAITING', 'match.answered', { match });
    await this.writer.tellCoordinators(tx, news, found.assigneeId);
  }

  /** Tells both sides that they know each other now, and coordinators that both have answered. */
  async introduced(tx: Tx, match: string): Promise<void> {
    const found = await matchOf(tx, match);
    if (found === null) return;
    const news = newsOf('MATCH_INTRODUCED', 'match.introduced', { match });
    await this.tellSides(tx, { ...news, actorToo: true }, [found, Object.values(Side)]);
    await this.bothAnswered(tx, 'match.introduced', found);
  }

  /** Tells who had said yes that nothing comes of it; not why. */
  async over(tx: Tx, event: MatchNews, match: string): Promise<void> {
    const found = await matchOf(tx, match);
    if (found === null) return;
    const agreed = sidesWhere(found, (answer) => answer === 'INTERESTED');
    await this.tellSides(tx, newsOf('MATCH_OVER', event, { match }), [found, agreed]);
    if (event === 'match.declined') await this.bothAnswered(tx, event, found);
  }

  /** Tells one side that the other asks something, by way of a coordinator. */
  async questionRelayed(tx: Tx, event: MatchNews, match: string, asker: Side): Promise<void> {
    const found = await matchOf(tx, match);
    if (found === null) return;
    const news = newsOf('QUESTION_RELAYED', event, { match });
    await this.tellSides(tx, news, [found, [otherSide(asker)]]);
  }

  /** Tells an organisation's managers that somebody joined by their address. */
  async memberJoined(tx: Tx, organisation: string): Promise<void> {
    const event = 'member.joined-by-domain';
    const subject = { about: 'organisation', subject: organisation } as const;
    await this.writer.tellManagers(tx, { kind: 'MEMBER_JOINED', event, ...subject });
  }

  private async bothAnswered(tx: Tx, event: MatchNews, match: Match): Promise<void> {
    if (match.needAnswer === null || match.offerAnswer === null) return;
    const news = newsOf('MATCH_BOTH_ANSWERED', event, { match: match.id });
    await this.writer.tellCoordinators(tx, news, match.assigneeId);
  }

  private async tellSides(
    tx: Tx,
    news: News,
    [match, sides]: [Match, readonly Side[]],
  ): Promise<void> {
    if (sides.length === 0) return;
    const owners = await rowsOf<PostingRow>(
      tx,
      'SELECT organisation_id AS organisation FROM posting WHERE id = ANY($1)',
      [sides.map((side) => postingIdOf(match, side))],
    );
    const organisations = owners.map(({ organisation }) => organisation);
    await this.writer.tellMembers(tx, news, organisations);
  }
}

const newsOf = (
  kind: Kind,
  event: EventName,
  subject: { readonly match: string } | { readonly posting: string },
): News =>
  'match' in subject
    ? { kind, event, about: 'match', subject: subject.match }
    : { kind, event, about: 'posting', subject: subject.posting };

const matchOf = (tx: Tx, id: string): Promise<Match | null> => tx.findOneBy(Match, { id });

const sidesWhere = (match: Match, is: (answer: Match['needAnswer']) => boolean): Side[] =>
  Object.values(Side).filter((side) => is(side === 'NEED' ? match.needAnswer : match.offerAnswer));
