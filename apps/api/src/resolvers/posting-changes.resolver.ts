import { Inject } from '@nestjs/common';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { notFound } from '@wilma/domain';
import { SessionService } from '@wilma/identity';
import { Posting, PostingReader } from '@wilma/postings';
import { subscriberNow } from '../auth/subscriber.js';
import { Changes } from '../graphql/changes.js';
import type { GraphqlContext } from '../graphql/context.js';
import { LoaderFactory } from '../graphql/loaders.js';

interface Changed {
  readonly id: string;
}

/** Only an id is published: each subscriber reads the posting with the rights of that moment. */
@Resolver(() => Posting)
export class PostingChangesResolver {
  constructor(
    private readonly changes: Changes,
    @Inject(PostingReader) readonly reader: PostingReader,
    @Inject(SessionService) readonly sessions: SessionService,
    @Inject(LoaderFactory) readonly loaders: LoaderFactory,
  ) {}

  @Subscription(() => Posting, {
    async filter(
      this: PostingChangesResolver,
      { id }: Changed,
      { mine }: { mine?: boolean | null },
      context: GraphqlContext,
    ) {
      const actor = await subscriberNow(this.sessions, context);
      return actor !== null && this.reader.isNoticed(actor, id, mine ?? false);
    },
    async resolve(
      this: PostingChangesResolver,
      { id }: Changed,
      _args: unknown,
      context: GraphqlContext,
    ) {
      context.loaders = this.loaders.for(context.viewer.actor);
      const posting = await context.loaders.visiblePosting.load(id);
      if (posting === null) throw notFound();
      return posting;
    },
  })
  postingChanged(
    @Args('mine', { type: () => Boolean, nullable: true }) _mine: boolean | null,
    @Context() _context: GraphqlContext,
  ): AsyncIterator<Changed> {
    return this.changes.stream('postingChanged');
  }
}
