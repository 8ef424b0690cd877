import { Injectable } from '@nestjs/common';
import { type DayRange, postponed } from '@wilma/domain';
import { Absence, Account } from '@wilma/identity';
import { Clock, rowsOf, type Tx } from '@wilma/platform';
import { In } from 'typeorm';
import { ASKING_STANDS } from './desk.reader.js';
import { Match } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

/** In one order, so that two who lock several matches never wait for each other. */
const OPEN_SQL = `
  SELECT match.id FROM asking JOIN match ON match.id = asking.match_id
   WHERE asking.person = $1 AND asking.asked_at IS NOT NULL AND ${ASKING_STANDS}
     AND match.deadline > $2
   ORDER BY match.id FOR UPDATE OF match`;

/** Deadlines wait for people who are away. */
@Injectable()
export class AbsenceDeadlines {
  constructor(
    private readonly writer: MatchWriter,
    private readonly clock: Clock,
  ) {}

  /** Puts off what a person was asked by the working days of one absence; once for each. */
  async pause(tx: Tx, accountId: string, absenceId: string): Promise<void> {
    const account = await tx.findOneBy(Account, { id: accountId });
    const absences = await tx.findBy(Absence, { accountId });
    // Removed meanwhile: then nothing waits.
    if (account === null || !absences.some(({ id }) => id === absenceId)) return;
    const now = this.clock.now();
    const after = absences.map(daysOf);
    const before = absences.filter(({ id }) => id !== absenceId).map(daysOf);
    const open = await rowsOf<{ id: string }>(tx, OPEN_SQL, [account.email, now]);
    for (const match of await tx.findBy(Match, { id: In(open.map(({ id }) => id)) })) {
      if (match.deadline === null) continue;
      const deadline = postponed(match.deadline, now, { before, after });
      if (deadline > match.deadline) await this.writer.set(tx, match, { deadline });
    }
  }
}

const daysOf = ({ fromDay, toDay }: Absence): DayRange => ({ from: fromDay, to: toDay });
