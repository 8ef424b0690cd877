import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { connectionOf, PageArgs, ParkedJob, ParkedJobs } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import { perNode } from '../graphql/limits.js';

const ParkedJobConnection = connectionOf(ParkedJob, 'ParkedJob');

/** What the worker could not do; for administrators. */
@Resolver(() => ParkedJob)
export class JobsResolver {
  constructor(private readonly jobs: ParkedJobs) {}

  @Query(() => ParkedJobConnection, { complexity: perNode })
  parkedJobs(@Acting() actor: AccountActor, @Args() args: PageArgs) {
    return this.jobs.list(actor, args);
  }

  @Mutation(() => ParkedJob)
  retryParkedJob(@Acting() actor: AccountActor, @Args() { id }: IdArgs) {
    return this.jobs.retry(actor, id);
  }

  @Mutation(() => Int, { description: 'How many were offered to the queue again' })
  retryAllParkedJobs(@Acting() actor: AccountActor): Promise<number> {
    return this.jobs.retryAll(actor);
  }

  @ResolveField(() => String, { description: 'What it is about' })
  event(@Parent() { event }: ParkedJob): string {
    return event?.name ?? '';
  }
}
