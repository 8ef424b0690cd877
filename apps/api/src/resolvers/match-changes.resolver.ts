import { Inject } from '@nestjs/common';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { overseesMatches } from '@wilma/domain';
import { SessionService } from '@wilma/identity';
import { isNoticed, Match, MatchFilter, MatchReader } from '@wilma/matches';
import type { Change } from '@wilma/platform';
import { subscriberNow } from '../auth/subscriber.js';
import { Changes } from '../graphql/changes.js';
import type { GraphqlContext } from '../graphql/context.js';
import { LoaderFactory } from '../graphql/loaders.js';

interface Changed {
  readonly id: string;
  readonly change: Change;
}

/** Only an id is published: each subscriber reads the match with the rights of that moment. */
@Resolver(() => Match)
export class MatchChangesResolver {
  constructor(
    private readonly changes: Changes,
    @Inject(MatchReader) readonly reader: MatchReader,
    @Inject(SessionService) readonly sessions: SessionService,
    @Inject(LoaderFactory) readonly loaders: LoaderFactory,
  ) {}

  @Subscription(() => Match, {
    async filter(
      this: MatchChangesResolver,
      { id, change }: Changed,
      { filter }: { filter?: MatchFilter | null },
      context: GraphqlContext,
    ) {
      const actor = await subscriberNow(this.sessions, context);
      if (actor === null) return false;
      const match = await this.reader.passing(actor, id, filter ?? {});
      if (match === null || overseesMatches(actor)) return match !== null;
      const [standing] = await this.reader.standings(actor, [id]);
      return isNoticed(change, match, standing?.sides ?? []);
    },
    resolve(this: MatchChangesResolver, { id }: Changed, _args: unknown, context: GraphqlContext) {
      // Loaders remember what they loaded: each event needs its own.
      context.loaders = this.loaders.for(context.viewer.actor);
      return this.reader.byId(context.viewer.actor, id);
    },
  })
  matchChanged(
    @Args('filter', { type: () => MatchFilter, nullable: true }) _filter: MatchFilter | null,
    @Context() _context: GraphqlContext,
  ): AsyncIterator<Changed> {
    return this.changes.stream('matchChanged');
  }
}
