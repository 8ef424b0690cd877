import { Args, Query, Resolver } from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { MailProblemReader, OutgoingMail } from '@wilma/notifications';
import { connectionOf, PageArgs } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { perNode } from '../graphql/limits.js';

const MailProblemConnection = connectionOf(OutgoingMail, 'MailProblem');

@Resolver(() => OutgoingMail)
export class MailProblemsResolver {
  constructor(private readonly problems: MailProblemReader) {}

  /** Mails that could not be delivered, the latest first; for coordinators. */
  @Query(() => MailProblemConnection, { complexity: perNode })
  mailProblems(@Acting() actor: AccountActor, @Args() args: PageArgs) {
    return this.problems.list(actor, args);
  }
}
