import { Injectable } from '@nestjs/common';
import { type AccountActor, badInput, demand, departureProblem, successorOf } from '@wilma/domain';
import { Account, factsOf, type Membership, MemberService } from '@wilma/identity';
import { Database, rowsOf, type Tx } from '@wilma/platform';
import { PostingSuccession } from './posting-succession.service.js';

export interface Departure {
  readonly organisationId: string;
  readonly accountId: string;
  /** Account that takes their postings over; null: a manager. */
  readonly successor: string | null;
}

/** How many titles a refusal names. */
const NAMED = 5;

/** Postings of an organisation that are not closed, whose contact has the address; null: any. */
const OPEN_SQL = `
  SELECT id, title FROM posting
   WHERE organisation_id = $1 AND state <> 'CLOSED'
     AND ($2::text IS NULL OR lower(contact_mail) = lower($2))
   ORDER BY title, id`;

interface OpenPosting {
  readonly id: string;
  readonly title: string;
}

/**
 * Ends memberships: the organisation keeps the postings, and somebody else answers for those of who
 * leaves, all in one transaction.
 */
@Injectable()
export class MemberDepartures {
  constructor(
    private readonly database: Database,
    private readonly members: MemberService,
    private readonly succession: PostingSuccession,
  ) {}

  /**
   * Leaves an organisation, or has somebody removed.
   * @throws DomainError BAD_USER_INPUT where others would be left without a manager, nobody would be
   *   left for postings that are not closed, or who is named can't take over
   */
  end(actor: AccountActor, departure: Departure): Promise<void> {
    return this.database.transaction((tx) => this.endWithin(tx, actor, departure));
  }

  /** The same as part of more. */
  async endWithin(tx: Tx, actor: AccountActor, departure: Departure): Promise<void> {
    const { organisationId, accountId } = departure;
    const [organisation, members] = await this.members.lockAll(tx, organisationId);
    const isTheirs = accountId === actor.accountId;
    demand(actor, isTheirs ? 'leave' : 'lead', factsOf(organisation));
    if (members.every((one) => one.accountId !== accountId)) {
      throw badInput({ path: 'account', problem: 'notMember' });
    }
    const problem = departureProblem(members, accountId);
    if (problem !== null) throw badInput({ path: 'organisation', problem });
    const { email } = await tx.findOneByOrFail(Account, { id: accountId });
    const successor = await this.successor(tx, actor, { ...departure, members });
    const open = await rowsOf<OpenPosting>(tx, OPEN_SQL, [
      organisationId,
      successor === null ? null : email,
    ]);
    if (successor === null && open.length > 0) throw leftAlone(open);
    for (const { id } of open) {
      if (successor !== null) await this.succession.passOn(tx, id, contactOf(successor), actor);
    }
    await this.members.end(tx, actor, { organisationId, accountId });
  }

  private async successor(
    tx: Tx,
    { accountId: acting }: AccountActor,
    { accountId, members, successor }: Departure & { readonly members: readonly Membership[] },
  ): Promise<Account | null> {
    const id = successorOf(members, accountId, { successor, acting });
    if (id === undefined) throw badInput({ path: 'successor', problem: 'notMember' });
    return id === null ? null : tx.findOneByOrFail(Account, { id });
  }
}

function leftAlone(open: readonly OpenPosting[]) {
  const named = open.slice(0, NAMED).map(({ title }) => `„${title}“`);
  const titles = [...named, ...(open.length > NAMED ? ['…'] : [])].join(', ');
  return badInput({ path: 'organisation', problem: 'openPostings', values: { titles } });
}

const contactOf = ({ name, email, salutation, academicTitle }: Account) => ({
  name,
  mail: email,
  salutation,
  academicTitle,
  phone: null,
});
