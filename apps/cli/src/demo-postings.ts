import { Injectable } from '@nestjs/common';
import type { AccountActor, PostingKind } from '@wilma/domain';
import { MatchFinder } from '@wilma/matches';
import { Database } from '@wilma/platform';
import { Posting, PostingClock, PostingReviewService, PostingService } from '@wilma/postings';
import type { DemoNeed, DemoOffer } from './demo-file.js';
import type { DemoActors } from './demo-people.js';
import type { Timeline } from './demo-timeline.js';

/** What is paused today was paused so many days ago. */
const PAUSED_DAYS = 10;
/** What is closed today was closed after this share of the time since. */
const CLOSED_AFTER = 0.6;

const dayIn = (days: number | null): string | null =>
  days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Story {
  readonly kind: PostingKind;
  readonly demo: DemoNeed | DemoOffer;
  readonly owner: AccountActor;
}

/** Postings are handed in, published, renewed, paused and closed, each at its time. */
@Injectable()
export class DemoPostings {
  /** Ids by the keys of the files, of what was posted so far. */
  readonly ids = new Map<string, string>();
  private readonly stories = new Map<string, Story>();

  constructor(
    private readonly postings: PostingService,
    private readonly reviews: PostingReviewService,
    private readonly clock: PostingClock,
    private readonly finder: MatchFinder,
    private readonly database: Database,
  ) {}

  plan(
    timeline: Timeline,
    { needs, offers }: { needs: readonly DemoNeed[]; offers: readonly DemoOffer[] },
    people: DemoActors,
  ): void {
    const all = [
      ...needs.map((demo) => ({ kind: 'NEED' as const, demo })),
      ...offers.map((demo) => ({ kind: 'OFFER' as const, demo })),
    ];
    for (const { kind, demo } of all) {
      const owner = people.memberOf.get(demo.organisation);
      if (owner === undefined) throw new Error(`nobody acts for ${demo.organisation}`);
      this.planOne(timeline, { kind, demo, owner }, people.coordinator);
    }
  }

  /** Listings end; what is still published today was renewed then. */
  async endListings(): Promise<void> {
    await this.clock.tick();
    const expired = await this.database.read.findBy(Posting, { state: 'EXPIRED' });
    for (const { id, version } of expired) {
      const story = this.stories.get(id);
      if (story === undefined || story.demo.state === 'EXPIRED') await this.follow(id);
      else await this.move(story.owner, [id, version], 'renew');
    }
  }

  private planOne(timeline: Timeline, story: Story, coordinator: AccountActor): void {
    const { demo, owner } = story;
    const { state, agedDays, key } = demo;
    const id = (): string => this.ids.get(key) ?? '';
    timeline.at(agedDays, async () => {
      const draft = await this.create(story);
      this.ids.set(key, draft.id);
      this.stories.set(draft.id, story);
      if (state === 'DRAFT') return;
      await this.postings.submit(owner, draft.id, draft.version);
      await this.follow(draft.id);
    });
    if (state === 'CHANGES_REQUESTED') {
      timeline.at(agedDays - 1, async () => {
        const { version } = await this.read(id());
        const note = demo.reviewNote ?? '';
        await this.reviews.review(coordinator, [id(), version], 'REQUEST_CHANGES', note);
      });
    }
    if (state === 'PAUSED' || state === 'CLOSED') {
      const day = state === 'PAUSED' ? PAUSED_DAYS : agedDays * (1 - CLOSED_AFTER);
      timeline.at(Math.min(day, agedDays - 1), async () => {
        const { version } = await this.read(id());
        await this.move(owner, [id(), version], state === 'PAUSED' ? 'pause' : 'close');
      });
    }
  }

  private async move(
    owner: AccountActor,
    at: [string, number],
    action: 'close' | 'pause' | 'renew',
  ): Promise<void> {
    await this.postings.move(owner, at, action);
    await this.follow(at[0]);
  }

  /** What the worker does after each step of a posting. */
  private follow(id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.finder.withdraw(tx, id);
      await this.finder.refresh(tx, id);
    });
  }

  private read(id: string): Promise<Posting> {
    return this.database.read.findOneByOrFail(Posting, { id });
  }

  private create({ kind, demo, owner }: Story): Promise<Posting> {
    const { startsIn, endsIn, ...rest } = demo;
    const { key: _key, organisation: _of, state: _state, agedDays: _aged, ...content } = rest;
    const { reviewNote: _note, ...columns } = content;
    const input = { ...columns, startsOn: dayIn(startsIn), endsOn: dayIn(endsIn) };
    return kind === 'NEED'
      ? this.postings.createNeed(owner, input)
      : this.postings.createOffer(owner, input);
  }
}
