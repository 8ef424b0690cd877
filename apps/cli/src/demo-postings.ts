import { Injectable } from '@nestjs/common';
import { type AccountActor, type PostingKind, type PostingState } from '@wilma/domain';
import { MatchFinder } from '@wilma/matches';
import { Database } from '@wilma/platform';
import { type Posting, PostingClock, PostingReviewService, PostingService } from '@wilma/postings';
import type { DemoNeed, DemoOffer } from './demo-file.js';
import type { DemoActors } from './demo-people.js';
import { SettableClock } from './settable-clock.js';

/** Postings are listed for 180 days; what is to be listed now was published later than that. */
const OLDEST_LISTED_DAYS = 150;
const EXPIRED_DAYS = 200;
/** Matches of postings that are older have a past; the others were suggested lately. */
const OLD_DAYS = 45;
const FRESH_DAYS = 6;

const dayIn = (days: number | null): string | null =>
  days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

@Injectable()
export class DemoPostings {
  constructor(
    private readonly postings: PostingService,
    private readonly reviews: PostingReviewService,
    private readonly expiry: PostingClock,
    private readonly finder: MatchFinder,
    private readonly database: Database,
    private readonly clock: SettableClock,
  ) {}

  /** @returns ids by key */
  async load(
    needs: readonly DemoNeed[],
    offers: readonly DemoOffer[],
    people: DemoActors,
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const all = [
      ...needs.map((need) => ({ kind: 'NEED' as const, demo: need })),
      ...offers.map((offer) => ({ kind: 'OFFER' as const, demo: offer })),
    ].sort((a, b) => ageOf(b.demo) - ageOf(a.demo));
    for (const { kind, demo } of all) ids.set(demo.key, await this.post(kind, demo, people));
    this.clock.goBack(0);
    await this.expiry.tick(all.length);
    for (const id of ids.values()) {
      await this.database.transaction((tx) => this.finder.withdraw(tx, id));
    }
    // The rest was suggested during the last days.
    for (const [index, id] of [...ids.values()].entries()) {
      this.clock.goBack(((ids.size - index) / ids.size) * FRESH_DAYS);
      await this.match(id);
    }
    return ids;
  }

  private match(id: string): Promise<void> {
    return this.database.transaction((tx) => this.finder.refresh(tx, id));
  }

  private async post(
    kind: PostingKind,
    demo: DemoNeed | DemoOffer,
    { memberOf, coordinator }: DemoActors,
  ): Promise<string> {
    const owner = memberOf.get(demo.organisation);
    if (owner === undefined) throw new Error(`nobody acts for ${demo.organisation}`);
    this.clock.goBack(ageOf(demo));
    const draft = await this.create(kind, demo, owner);
    return this.bringTo(demo.state, draft, {
      owner,
      coordinator,
      age: ageOf(demo),
      note: demo.reviewNote ?? '',
    });
  }

  private create(
    kind: PostingKind,
    demo: DemoNeed | DemoOffer,
    owner: AccountActor,
  ): Promise<Posting> {
    const { startsIn, endsIn, ...rest } = demo;
    const { key: _key, organisation: _of, state: _state, agedDays: _aged, ...content } = rest;
    const { reviewNote: _note, ...columns } = content;
    const input = { ...columns, startsOn: dayIn(startsIn), endsOn: dayIn(endsIn) };
    return kind === 'NEED'
      ? this.postings.createNeed(owner, input)
      : this.postings.createOffer(owner, input);
  }

  private async bringTo(
    state: PostingState,
    draft: Posting,
    by: { owner: AccountActor; coordinator: AccountActor; age: number; note: string },
  ): Promise<string> {
    if (state === 'DRAFT') return draft.id;
    const { id, version } = await this.postings.submit(by.owner, draft.id, draft.version);
    const at: [string, number] = [id, version];
    // Old postings are matched with those that were there before them: their matches have a past.
    if (by.age >= OLD_DAYS) await this.match(id);
    if (state === 'CHANGES_REQUESTED') {
      await this.reviews.review(by.coordinator, at, 'REQUEST_CHANGES', by.note);
    }
    if (state === 'PAUSED') await this.postings.move(by.owner, at, 'pause');
    if (state === 'CLOSED') await this.postings.move(by.owner, at, 'close');
    return id;
  }
}

const ageOf = ({ state, agedDays }: DemoNeed | DemoOffer): number =>
  state === 'EXPIRED' ? EXPIRED_DAYS : Math.min(agedDays, OLDEST_LISTED_DAYS);
