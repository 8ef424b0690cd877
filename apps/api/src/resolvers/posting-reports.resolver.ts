import {
  Args,
  ArgsType,
  Context,
  Field,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, Bounds, ReportReason } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { connectionOf, IsOneOf, IsText, Optional, PageArgs } from '@wilma/platform';
import { Posting, PostingReport, PostingReports } from '@wilma/postings';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

const PostingReportConnection = connectionOf(PostingReport, 'PostingReport');

@ArgsType()
class ReportArgs extends IdArgs {
  @Field(() => ReportReason) @IsOneOf(ReportReason) reason: ReportReason;
  @Field() @IsText(Bounds.note) text: string;
}

@ArgsType()
class HandleArgs extends IdArgs {
  /** What was done about it. */
  @Field() @IsText(Bounds.note) note: string;
}

@ArgsType()
class ReportsArgs extends PageArgs {
  /** Those that were handled, rather than those that wait. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  handled?: boolean | null;
}

/** Postings that somebody thinks should not be there. */
@Resolver(() => PostingReport)
export class PostingReportsResolver {
  constructor(private readonly reports: PostingReports) {}

  @Mutation(() => Boolean, {
    description: 'Tells coordinators of a public posting; once, until they have looked into it',
  })
  async reportPosting(@Acting() actor: AccountActor, @Args() report: ReportArgs): Promise<boolean> {
    await this.reports.report(actor, report);
    return true;
  }

  /** The latest first; for coordinators. */
  @Query(() => PostingReportConnection, { complexity: perNode })
  postingReports(@Acting() actor: AccountActor, @Args() { handled, ...args }: ReportsArgs) {
    return this.reports.list(actor, handled ?? false, args);
  }

  @Mutation(() => PostingReport)
  handlePostingReport(@Acting() actor: AccountActor, @Args() { id, note }: HandleArgs) {
    return this.reports.handle(actor, id, note);
  }

  /** Null where the reader may not see it. */
  @ResolveField(() => Posting, { nullable: true })
  posting(@Parent() { postingId }: PostingReport, @Context() { loaders }: GraphqlContext) {
    return loaders.visiblePosting.load(postingId);
  }

  /** Null once the account is gone. */
  @ResolveField(() => Account, { nullable: true })
  reporter(@Parent() { reporterId }: PostingReport, @Context() { loaders }: GraphqlContext) {
    return reporterId === null ? null : loaders.account.load(reporterId);
  }
}
