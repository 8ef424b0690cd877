import { Args, Query, Resolver } from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { MailProblem, MailProblemReader } from '@wilma/notifications';
import { connectionOf, PageArgs } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { perNode } from '../graphql/limits.js';

const MailProblemConnection = connectionOf(MailProblem, 'MailProblem');

@Resolver()
export class MailProblemsResolver {
  constructor(private readonly problems: MailProblemReader) {}

  /** Mails that the server refused or did not take so far, the latest first; for coordinators. */
  @Query(() => MailProblemConnection, { complexity: perNode })
  mailProblems(@Acting() actor: AccountActor, @Args() args: PageArgs) {
    return this.problems.list(actor, args);
  }
}
