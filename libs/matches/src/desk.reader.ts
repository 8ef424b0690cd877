import { Inject, Injectable } from '@nestjs/common';
import { ACADEMIC, type DayRange, dayInBerlin, type Desk, OPEN_QUESTIONS } from '@wilma/domain';
import { Clock, Config, rowsOf } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly person: string;
  readonly open: number;
  readonly last: Date | null;
  readonly own: number | null;
  readonly academic: boolean;
  readonly absences: DayRange[];
}

/** An asking whose match is still open and whose side has said nothing. */
export const ASKING_STANDS = `match.state = 'APPROVED' AND match.round = asking.round
  AND CASE asking.side WHEN 'NEED' THEN match.need_answer ELSE match.offer_answer END IS NULL`;

/** Absences that are over count where reminders are: no question stays open for so long. */
const LOOK_BACK_DAYS = 100;

const DESKS_SQL = `
  SELECT person.mail AS person,
         (SELECT count(*)::int FROM asking JOIN match ON match.id = asking.match_id
           WHERE asking.person = person.mail AND asking.asked_at IS NOT NULL
             AND ${ASKING_STANDS}) AS open,
         (SELECT max(asked_at) FROM asking WHERE asking.person = person.mail) AS last,
         account."openQuestionsLimit" AS own,
         EXISTS (SELECT FROM asking JOIN match ON match.id = asking.match_id
                   JOIN posting ON posting.id =
                     CASE asking.side WHEN 'NEED' THEN match.need_id ELSE match.offer_id END
                   JOIN organisation ON organisation.id = posting.organisation_id
                  WHERE asking.person = person.mail
                    AND organisation.kind::text = ANY($2)) AS academic,
         ARRAY(SELECT json_build_object('from', from_day::text, 'to', to_day::text) FROM absence
                WHERE account_id = account.id AND to_day >= $3::date - ${LOOK_BACK_DAYS}) AS absences
    FROM unnest($1::text[]) AS person(mail)
    LEFT JOIN auth."user" AS account ON account.email = person.mail`;

/** What lies on the desks of persons, who are known by their address in lower case. */
@Injectable()
export class DeskReader {
  /** Where there is no time to undo, mails leave at once: nothing is gathered for a morning. */
  readonly gathers: boolean;

  constructor(
    private readonly clock: Clock,
    @Inject(Config) config: Config,
  ) {
    this.gathers = config.undoSeconds > 0;
  }

  async of(manager: EntityManager, person: string): Promise<Desk> {
    const desk = (await this.ofAll(manager, [person])).get(person);
    if (desk === undefined) throw new Error('every person has a desk');
    return desk;
  }

  async ofAll(manager: EntityManager, persons: readonly string[]): Promise<Map<string, Desk>> {
    const today = dayInBerlin(this.clock.now());
    const rows = await rowsOf<Row>(manager, DESKS_SQL, [persons, ACADEMIC, today]);
    return new Map(rows.map((row) => [row.person, this.deskOf(row)]));
  }

  private deskOf({ open, last, own, academic, absences }: Row): Desk {
    return {
      openQuestions: open,
      limit: own ?? (academic && this.gathers ? OPEN_QUESTIONS : null),
      lastAskedAt: this.gathers ? last : null,
      absences,
    };
  }
}
