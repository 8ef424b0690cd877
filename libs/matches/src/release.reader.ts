import { Injectable } from '@nestjs/common';
import { RELEASED, type ReleasedField, type Side } from '@wilma/domain';
import { Database, rowsOf } from '@wilma/platform';

/** What the other side of a match learned about one side, and when. */
export interface MatchRelease {
  /** Whose data it were. */
  readonly side: Side;
  readonly at: Date;
  readonly fields: readonly ReleasedField[];
}

/** By the ledger: what an earlier match of the same two had told was not told again. */
const RELEASES_SQL = `
  SELECT match.id AS match, told.side, release.at, release.fields::text[] AS fields
    FROM match
    JOIN posting need ON need.id = match.need_id
    JOIN posting offer ON offer.id = match.offer_id
   CROSS JOIN LATERAL (VALUES
     ('NEED', need.id, offer.organisation_id), ('OFFER', offer.id, need.organisation_id)
   ) AS told (side, posting, organisation)
    JOIN release ON release.posting_id = told.posting
     AND (release.match_id = match.id OR release.organisation_id = told.organisation)
   WHERE match.id = ANY($1) AND match.state::text = ANY($2)
   ORDER BY match.id, told.side, release.match_id = match.id DESC, release.at`;

/** Reads what introductions told, for both sides alike. */
@Injectable()
export class MatchReleases {
  constructor(private readonly database: Database) {}

  /** For each match that its viewer may see; nothing before the introduction. */
  async of(ids: readonly string[]): Promise<MatchRelease[][]> {
    const rows = await rowsOf<MatchRelease & { readonly match: string }>(
      this.database.read,
      RELEASES_SQL,
      [ids, RELEASED],
    );
    return ids.map((id) => {
      const its = rows.filter(({ match }) => match === id);
      return (['NEED', 'OFFER'] as const).flatMap(
        (side) => its.find((release) => release.side === side) ?? [],
      );
    });
  }
}
