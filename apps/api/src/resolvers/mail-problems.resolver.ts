import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { MailProblem, MailProblemReader } from '@wilma/notifications';
import { connectionOf, PageArgs } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';
import { noted } from '../graphql/noted.js';

const MailProblemConnection = connectionOf(MailProblem, 'MailProblem');

@Resolver(() => MailProblem)
export class MailProblemsResolver {
  constructor(private readonly problems: MailProblemReader) {}

  /** Mails that the server refused or did not take so far, the latest first; for coordinators. */
  @Query(() => MailProblemConnection, { complexity: perNode })
  mailProblems(@Acting() actor: AccountActor, @Args() args: PageArgs) {
    return this.problems.list(actor, args);
  }

  @ResolveField(() => String)
  toName(@Parent() mail: MailProblem, @Context() context: GraphqlContext): Promise<string> {
    return contactOf(mail, mail.toName, context);
  }

  @ResolveField(() => String)
  toAddress(@Parent() mail: MailProblem, @Context() context: GraphqlContext): Promise<string> {
    return contactOf(mail, mail.toAddress, context);
  }
}

/** Whom a mail about a match goes to may be the contact of one of its postings. */
async function contactOf(
  { matchId, toAddress }: MailProblem,
  text: string,
  context: GraphqlContext,
): Promise<string> {
  if (matchId === null) return text;
  const addressee = { match: matchId, address: toAddress };
  const posting = await context.loaders.postingOfAddressee.load(addressee);
  if (posting !== null) await noted(text, { posting, part: 'CONTACT' }, context);
  return text;
}
