import { type GraphqlClient, Subscription, until } from '@wilma/testing';
import { everythingOf } from '../whole-selection.js';
import type { TwinWorld } from './twin-world.js';

/** Not the history: how much of it an event shows depends on how soon it is read. */
const CHANGES = [
  `subscription { postingChanged { __typename ... on Need ${everythingOf('Need', 2)}
     ... on Offer ${everythingOf('Offer', 2)} } }`,
  `subscription { matchChanged { id state createdAt deadline needAnswer offerAnswer mySides
     need ${everythingOf('Need', 1)} offer ${everythingOf('Offer', 1)}
     reasons { text } openQuestions questions { side state relayed answer reply text } } }`,
  `subscription { notificationAdded { id kind text match { id } posting { id title } } }`,
];

/** All who subscribe to whatever changes. */
export class Audience {
  private readonly seats: (readonly [name: string, subscriptions: readonly Subscription[]])[];
  private signs = 0;

  constructor(
    private readonly world: TwinWorld,
    viewers: Readonly<Record<string, GraphqlClient>>,
    /** A posting that everybody may notice. */
    private readonly named: string,
  ) {
    this.seats = Object.entries(viewers).map(([name, client]) => [
      name,
      CHANGES.map((query) => new Subscription(client, query)),
    ]);
  }

  /** Waits until all have heard a sign that comes after what happened so far. */
  async isUpToDate(): Promise<void> {
    this.signs += 1;
    await this.world.database.query(
      `INSERT INTO event (name, payload, relayed_at)
       VALUES ('posting.edited', jsonb_build_object('posting', $1::text), now())`,
      [this.named],
    );
    const members = this.seats.filter(([name]) => name !== 'visitor');
    await until('everybody has heard the sign', () =>
      members.every(([, [postings]]) => this.signsIn(postings) >= this.signs),
    );
    await this.world.isQuiet();
  }

  /** What each heard, as text: a set, since events overtake each other. */
  async leave(): Promise<Record<string, string[]>> {
    const heard: Record<string, string[]> = {};
    for (const [name, subscriptions] of this.seats) {
      const events = subscriptions.flatMap((one) =>
        one.heard.map((event) => JSON.stringify(event)),
      );
      heard[name] = [...new Set(events)].sort();
      for (const one of subscriptions) await one.close();
    }
    return heard;
  }

  private signsIn(postings: Subscription | undefined): number {
    return (
      postings?.heard.filter((event) => JSON.stringify(event).includes(this.named)).length ?? 0
    );
  }
}
