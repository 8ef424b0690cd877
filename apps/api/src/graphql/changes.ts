import { EventEmitter } from 'node:events';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AddedNotification, type Change, ChangeFeed } from '@wilma/platform';
import { PubSub } from 'graphql-subscriptions';

/** What subscribers here are told of, from whichever process it comes: ids only. */
interface Topics {
  readonly matchChanged: { readonly id: string; readonly change: Change };
  readonly postingChanged: { readonly id: string };
  readonly notificationAdded: AddedNotification;
}

/** Carries what is committed in any process to the subscribers of this one. */
@Injectable()
export class Changes implements OnModuleInit {
  // Node would warn of a leak from the eleventh subscriber on.
  private readonly pubSub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) });

  constructor(private readonly feed: ChangeFeed) {}

  onModuleInit(): void {
    this.feed.subscribe((change) => {
      const { name, match, posting } = change;
      if (match !== undefined && name.startsWith('match.')) {
        this.publish('matchChanged', { id: match, change });
      }
      if (posting !== undefined && name.startsWith('posting.')) {
        this.publish('postingChanged', { id: posting });
      }
    });
    this.feed.subscribeToNotifications((added) => this.publish('notificationAdded', added));
  }

  stream<T extends keyof Topics>(topic: T): AsyncIterator<Topics[T]> {
    return this.pubSub.asyncIterableIterator<Topics[T]>(topic);
  }

  private publish<T extends keyof Topics>(topic: T, told: Topics[T]): void {
    void this.pubSub.publish(topic, told);
  }
}
