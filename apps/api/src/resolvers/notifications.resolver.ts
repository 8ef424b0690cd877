import { Inject } from '@nestjs/common';
import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { type AccountActor, Locale, notFound } from '@wilma/domain';
import { Organisation, SessionService } from '@wilma/identity';
import { Match, postingIdOf } from '@wilma/matches';
import { Notification, NotificationReader, notificationText } from '@wilma/notifications';
import {
  type AddedNotification,
  AreTexts,
  connectionOf,
  Optional,
  PageArgs,
} from '@wilma/platform';
import { Posting } from '@wilma/postings';
import { subscriberNow } from '../auth/subscriber.js';
import { Acting } from '../auth/viewer.js';
import { Changes } from '../graphql/changes.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';
import { LoaderFactory } from '../graphql/loaders.js';

const NotificationConnection = connectionOf(Notification, 'Notification');
const AT_ONCE = 100;

@ArgsType()
class NotificationsArgs extends PageArgs {
  /** True: only what was not read yet, false: only what was. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  unread?: boolean | null;
}

@ArgsType()
class MarkArgs {
  @Field(() => [ID]) @AreTexts({ max: AT_ONCE, length: 64 }) ids: string[];
}

/** What the reader was told in the app. */
@Resolver(() => Notification)
export class NotificationsResolver {
  constructor(
    private readonly changes: Changes,
    @Inject(NotificationReader) readonly reader: NotificationReader,
    @Inject(SessionService) readonly sessions: SessionService,
    @Inject(LoaderFactory) readonly loaders: LoaderFactory,
  ) {}

  /** The latest first. */
  @Query(() => NotificationConnection, { complexity: perNode })
  notifications(@Acting() actor: AccountActor, @Args() { unread, ...args }: NotificationsArgs) {
    return this.reader.list(actor, unread ?? null, args);
  }

  /** How many are left unread. */
  @Mutation(() => Int)
  markNotificationsRead(@Acting() actor: AccountActor, @Args() { ids }: MarkArgs): Promise<number> {
    return this.reader.markRead(actor, ids);
  }

  @Mutation(() => Int)
  markAllNotificationsRead(@Acting() actor: AccountActor): Promise<number> {
    return this.reader.markRead(actor, null);
  }

  @Subscription(() => Notification, {
    async filter(
      this: NotificationsResolver,
      { account }: AddedNotification,
      _args: unknown,
      context: GraphqlContext,
    ) {
      const { actor } = context.viewer;
      if (actor.kind !== 'ACCOUNT' || actor.accountId !== account) return false;
      return (await subscriberNow(this.sessions, context)) !== null;
    },
    async resolve(
      this: NotificationsResolver,
      { id }: AddedNotification,
      _args: unknown,
      context: GraphqlContext,
    ) {
      const { actor } = context.viewer;
      context.loaders = this.loaders.for(actor);
      const found = actor.kind === 'ACCOUNT' ? await this.reader.byId(actor, id) : null;
      if (found === null) throw notFound();
      return found;
    },
  })
  notificationAdded(@Context() _context: GraphqlContext): AsyncIterator<AddedNotification> {
    return this.changes.stream('notificationAdded');
  }

  /** Null where the reader may no longer see it. */
  @ResolveField(() => Posting, { nullable: true })
  posting(@Parent() { postingId }: Notification, @Context() { loaders }: GraphqlContext) {
    return postingId === null ? null : loaders.visiblePosting.load(postingId);
  }

  /** Null where the reader may no longer see it. */
  @ResolveField(() => Match, { nullable: true })
  match(@Parent() { matchId }: Notification, @Context() { loaders }: GraphqlContext) {
    return matchId === null ? null : loaders.visibleMatch.load(matchId);
  }

  /** Null where the reader may no longer see it. */
  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() { organisationId }: Notification, @Context() { loaders }: GraphqlContext) {
    return organisationId === null ? null : loaders.visibleOrganisation.load(organisationId);
  }

  /** One sentence, which names no more than the reader may see now. */
  @ResolveField(() => String)
  async text(
    @Parent() notification: Notification,
    @Args('locale', { type: () => Locale, nullable: true }) given: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<string> {
    const title = await titleOf(notification, context);
    return notificationText(notification.kind, given ?? context.locale, title);
  }
}

/** Title of the reader's own posting, of a match's need for who has none in it, or a name. */
async function titleOf(
  { postingId, matchId, organisationId }: Notification,
  { loaders }: GraphqlContext,
): Promise<string | null> {
  if (postingId !== null) return (await loaders.visiblePosting.load(postingId))?.title ?? null;
  if (organisationId !== null) {
    return (await loaders.visibleOrganisation.load(organisationId))?.name ?? null;
  }
  const match = matchId === null ? null : await loaders.visibleMatch.load(matchId);
  if (match === null) return null;
  const { sides } = await loaders.standing.load(match.id);
  const side = sides[0] ?? 'NEED';
  return (await loaders.postingOfMatch.load(postingIdOf(match, side)))?.title ?? null;
}

@Resolver(() => NotificationConnection)
export class UnreadNotificationsResolver {
  constructor(private readonly reader: NotificationReader) {}

  /** Of all, not of this page. */
  @ResolveField(() => Int)
  unreadCount(@Acting() actor: AccountActor): Promise<number> {
    return this.reader.unread(actor);
  }
}
