import { Injectable } from '@nestjs/common';
import type { Actor } from '@wilma/domain';
import {
  type Account,
  AccountService,
  MailDomainService,
  type Organisation,
  type OrganisationDomain,
  OrganisationService,
  type Verification,
  VerificationService,
} from '@wilma/identity';
import {
  type Addressee,
  AddresseeReader,
  type HistoryEntry,
  LearningOverview,
  type Match,
  type MatchNote,
  MatchNotes,
  type MatchOrigin,
  MatchOutcomeService,
  MatchQuestionReader,
  MatchReader,
  type MatchRelease,
  MatchReleases,
  type Outcome,
  type QuestionView,
  type SideNotes,
  type Standing,
  type Waiting,
  WaitingReader,
} from '@wilma/matches';
import {
  ConfidentialReads,
  type Contact,
  type DayOfReading,
  type OwnerDescription,
  OwnerDescriptionReader,
  type Posting,
  PostingReader,
  type PostingRevelation,
  type PostingTag,
  PostingVersionReader,
  RevelationReader,
  type Reading,
  type Snapshot,
  type TagUsage,
  TagUsageReader,
} from '@wilma/postings';
import { type Programme, ProgrammeService } from '@wilma/programmes';
import DataLoader from 'dataloader';

/** What one request loads, each kind with one statement for all ids that are asked for at once. */
export interface Loaders {
  readonly account: DataLoader<string, Account | null>;
  readonly postingOfMatch: DataLoader<string, Posting | null>;
  /** Null where the viewer may not see it, as with `visibleMatch`. */
  readonly visiblePosting: DataLoader<string, Posting | null>;
  readonly visibleMatch: DataLoader<string, Match | null>;
  readonly tags: DataLoader<string, PostingTag[]>;
  readonly tagUsage: DataLoader<string, TagUsage>;
  readonly owner: DataLoader<string, Organisation | null>;
  readonly organisation: DataLoader<string, Organisation | null>;
  readonly visibleOrganisation: DataLoader<string, Organisation | null>;
  readonly mailDomains: DataLoader<string, OrganisationDomain[]>;
  readonly verifications: DataLoader<string, Verification[]>;
  readonly versions: DataLoader<string, Snapshot[]>;
  readonly contact: DataLoader<string, Contact | null>;
  readonly confidential: DataLoader<string, Posting | null>;
  readonly mine: DataLoader<string, boolean>;
  readonly standing: DataLoader<string, Standing>;
  readonly notes: DataLoader<string, SideNotes>;
  readonly matchOrigin: DataLoader<string, MatchOrigin | null>;
  readonly programme: DataLoader<string, Programme | null>;
  readonly programmeOfPosting: DataLoader<string, string | null>;
  readonly history: DataLoader<Match, HistoryEntry[]>;
  readonly questions: DataLoader<Match, QuestionView[]>;
  readonly outcome: DataLoader<string, Outcome | null>;
  readonly releases: DataLoader<string, MatchRelease[]>;
  readonly revelations: DataLoader<string, PostingRevelation[]>;
  /** What a posting would tell of its owner, for owners and staff. */
  readonly descriptions: DataLoader<string, OwnerDescription | null>;
  readonly internalNotes: DataLoader<string, MatchNote[]>;
  readonly waiting: DataLoader<string, Waiting[]>;
  /** The posting whose contact it is, if it is one. */
  readonly postingOfAddressee: DataLoader<Addressee, string | null, string>;
  readonly daysOfReading: DataLoader<string, DayOfReading[]>;
  /** Resolves when it is stored that the viewer reads this; see {@link noted}. */
  readonly noted: DataLoader<Reading, true, string>;
}

@Injectable()
export class LoaderFactory {
  constructor(
    private readonly accounts: AccountService,
    private readonly organisations: OrganisationService,
    private readonly mailDomains: MailDomainService,
    private readonly verifications: VerificationService,
    private readonly postings: PostingReader,
    private readonly versions: PostingVersionReader,
    private readonly tagUsage: TagUsageReader,
    private readonly matches: MatchReader,
    private readonly programmes: ProgrammeService,
    private readonly questions: MatchQuestionReader,
    private readonly outcomes: MatchOutcomeService,
    private readonly releases: MatchReleases,
    private readonly revelations: RevelationReader,
    private readonly descriptions: OwnerDescriptionReader,
    private readonly internalNotes: MatchNotes,
    private readonly waiting: WaitingReader,
    private readonly reads: ConfidentialReads,
    private readonly addressees: AddresseeReader,
    private readonly learning: LearningOverview,
  ) {}

  for(actor: Actor): Loaders {
    const standing = new DataLoader<string, Standing>((ids) => this.matches.standings(actor, ids));
    const standingsOf = (matches: readonly Match[]): Promise<Standing[]> =>
      Promise.all(matches.map(({ id }) => standing.load(id)));
    return {
      account: new DataLoader((ids) => this.accounts.byIds(ids)),
      postingOfMatch: new DataLoader((ids) => this.postings.partsOfMatches(ids)),
      visiblePosting: new DataLoader((ids) => this.postings.visible(actor, ids)),
      visibleMatch: new DataLoader((ids) => this.matches.visible(actor, ids)),
      organisation: new DataLoader((ids) => this.organisations.byIds(ids)),
      visibleOrganisation: new DataLoader((ids) => this.organisations.visible(actor, ids)),
      mailDomains: new DataLoader((ids) => this.mailDomains.of(actor, ids)),
      verifications: new DataLoader((ids) => this.verifications.of(actor, ids)),
      versions: new DataLoader((ids) => this.versions.of(actor, ids)),
      tags: new DataLoader((ids) => this.postings.tagsOf(actor, ids)),
      tagUsage: new DataLoader((ids) => this.tagUsage.usageOf(ids)),
      owner: new DataLoader((ids) => this.postings.ownersOf(actor, ids)),
      contact: new DataLoader((ids) => this.postings.contactsOf(actor, ids)),
      confidential: new DataLoader((ids) => this.postings.confidentialOf(actor, ids)),
      mine: new DataLoader((ids) => this.postings.areMine(actor, ids)),
      standing,
      questions: new DataLoader(async (matches) =>
        this.questions.of(actor, matches, await standingsOf(matches)),
      ),
      outcome: new DataLoader((ids) => this.outcomes.of(ids)),
      releases: new DataLoader((ids) => this.releases.of(ids)),
      revelations: new DataLoader((ids) => this.revelations.of(actor, ids)),
      descriptions: new DataLoader((ids) => this.descriptions.of(actor, ids)),
      internalNotes: new DataLoader((ids) => this.internalNotes.of(actor, ids)),
      postingOfAddressee: new DataLoader((asked) => this.addressees.postingsOf(asked), {
        cacheKeyFn: ({ match, address }) => `${match} ${address}`,
      }),
      daysOfReading: new DataLoader((ids) => this.reads.daysOf(actor, ids)),
      noted: new DataLoader(
        async (readings) => {
          await this.reads.note(actor, readings);
          return readings.map(() => true);
        },
        { cacheKeyFn: ({ posting, part }) => `${posting} ${part}` },
      ),
      waiting: new DataLoader((ids) => this.waiting.of(actor, ids)),
      notes: new DataLoader((ids) => this.matches.notesOf(actor, ids)),
      matchOrigin: new DataLoader((ids) => this.learning.originsOf(actor, ids)),
      programme: new DataLoader((ids) => this.programmes.byIds(ids)),
      programmeOfPosting: new DataLoader((ids) => this.postings.programmesOf(actor, ids)),
      history: new DataLoader(async (matches) =>
        this.matches.histories(actor, matches, await standingsOf(matches)),
      ),
    };
  }
}
