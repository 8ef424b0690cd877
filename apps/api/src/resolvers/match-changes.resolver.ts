import { EventEmitter } from 'node:events';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { isStaff } from '@wilma/domain';
import { SessionService } from '@wilma/identity';
import { isNoticed, Match, MatchFilter, MatchReader } from '@wilma/matches';
import { type Change, ChangeFeed } from '@wilma/platform';
import { PubSub } from 'graphql-subscriptions';
import type { GraphqlContext } from '../graphql/context.js';
import { LoaderFactory } from '../graphql/loaders.js';

const TOPIC = 'matchChanged';

interface Changed {
  readonly id: string;
  readonly change: Change;
}

/** Carries the committed changes of matches, from whichever process, to the subscribers here. */
@Injectable()
export class MatchChanges implements OnModuleInit {
  // Node would warn of a leak from the eleventh subscriber on.
  private readonly pubSub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) });

  constructor(private readonly changes: ChangeFeed) {}

  onModuleInit(): void {
    this.changes.subscribe((change) => {
      const { name, match } = change;
      if (match === undefined || !name.startsWith('match.')) return;
      void this.pubSub.publish(TOPIC, { id: match, change } satisfies Changed);
    });
  }

  stream(): AsyncIterator<Changed> {
    return this.pubSub.asyncIterableIterator<Changed>(TOPIC);
  }
}

/** Only an id is published: each subscriber reads the match with the rights of that moment. */
@Resolver(() => Match)
export class MatchChangesResolver {
  constructor(
    private readonly changes: MatchChanges,
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
      context.viewer = await this.sessions.viewerOf(context.cookies);
      const { actor } = context.viewer;
      if (actor.kind !== 'ACCOUNT') {
        context.hangUp?.();
        return false;
      }
      const match = await this.reader.passing(actor, id, filter ?? {});
      if (match === null || isStaff(actor)) return match !== null;
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
    return this.changes.stream();
  }
}
