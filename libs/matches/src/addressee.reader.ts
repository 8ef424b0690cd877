import { Injectable } from '@nestjs/common';
import { Database, rowsOf } from '@wilma/platform';

/** Somebody to whom a mail about a match goes. */
export interface Addressee {
  /** Id of the match. */
  readonly match: string;
  readonly address: string;
}

const POSTINGS_SQL = `
  SELECT asked.place::int AS place, posting.id AS posting
    FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked(match, address, place)
    JOIN match ON match.id = asked.match
    JOIN posting ON posting.id IN (match.need_id, match.offer_id)
                AND lower(posting.contact_mail) = lower(asked.address)`;

/** Finds out whose contact an address is that a mail goes to. */
@Injectable()
export class AddresseeReader {
  constructor(private readonly database: Database) {}

  /** Ids of the postings whose contact each is; null where it is no contact, or not any more. */
  async postingsOf(asked: readonly Addressee[]): Promise<(string | null)[]> {
    const rows = await rowsOf<{ place: number; posting: string }>(
      this.database.read,
      POSTINGS_SQL,
      [asked.map(({ match }) => match), asked.map(({ address }) => address)],
    );
    return asked.map((_, at) => rows.find(({ place }) => place === at + 1)?.posting ?? null);
  }
}
