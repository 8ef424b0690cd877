import {
  Args,
  Context,
  Field,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { Account, AccountFilter, AccountLister, ListedAccount, SessionList } from '@wilma/identity';
import { AccountMailService, LoggedMail, MailLog, MailLogArgs } from '@wilma/notifications';
import {
  AuditEntry,
  AuditFilter,
  AuditReader,
  type ChainState,
  connectionOf,
} from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { LIMITS, perNode } from '../graphql/limits.js';
import { Installation, InstallationReader } from '../http/installation.js';

const ListedAccountConnection = connectionOf(ListedAccount, 'ListedAccount');
const AuditEntryConnection = connectionOf(AuditEntry, 'AuditEntry');
const LoggedMailConnection = connectionOf(LoggedMail, 'LoggedMail');

/** Whether the latest events are as they were written. */
@ObjectType('AuditChain')
class AuditChain {
  /** Events that were recomputed just now. */
  @Field(() => Int) checked: number;
  /** The number of the first seal that does not hold; null where all do. */
  @Field(() => Int, { nullable: true }) brokenAt: number | null;
  /** Events that should have been sealed long ago. */
  @Field(() => Int) unsealed: number;
}

const chainOf = ({ checked, broken, unsealed }: ChainState): AuditChain => ({
  checked,
  brokenAt: broken?.seq ?? null,
  unsealed,
});

/** What administrators look after. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly installations: InstallationReader,
    private readonly list: AccountLister,
    private readonly sessions: SessionList,
    private readonly audit: AuditReader,
    private readonly log: MailLog,
    private readonly accountMails: AccountMailService,
  ) {}

  @Query(() => Installation)
  installation(@Acting() actor: AccountActor): Promise<Installation> {
    return this.installations.standing(actor);
  }

  /** By name. */
  @Query(() => ListedAccountConnection, { complexity: perNode })
  accounts(@Acting() actor: AccountActor, @Args() args: AccountFilter) {
    return this.list.list(actor, args);
  }

  /** What ever happened, the latest first. */
  @Query(() => AuditEntryConnection, { complexity: perNode })
  auditTrail(@Acting() actor: AccountActor, @Args() args: AuditFilter) {
    return this.audit.list(actor, args);
  }

  @Query(() => AuditChain, { complexity: LIMITS.nestedList })
  async auditChain(@Acting() actor: AccountActor): Promise<AuditChain> {
    return chainOf(await this.audit.chain(actor));
  }

  /** Every mail that was to leave, the latest first. */
  @Query(() => LoggedMailConnection, { complexity: perNode })
  mailLog(@Acting() actor: AccountActor, @Args() args: MailLogArgs) {
    return this.log.list(actor, args);
  }

  @Mutation(() => Boolean, {
    description: 'Sends the viewer a mail on the way of all mails, once a minute at most',
  })
  async sendTestMail(@Acting() actor: AccountActor): Promise<boolean> {
    await this.accountMails.sendTest(actor);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Signs an account out on all its devices' })
  async endSessionsOf(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<boolean> {
    await this.sessions.endAllOf(actor, id);
    return true;
  }
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  /** Null where nobody did it by name, or the account is gone. */
  @ResolveField(() => Account, { nullable: true })
  actor(@Parent() { actorId }: AuditEntry, @Context() { loaders }: GraphqlContext) {
    return actorId === null ? null : loaders.account.load(actorId);
  }
}
