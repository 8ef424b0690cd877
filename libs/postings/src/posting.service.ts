import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  awaitsContact,
  badInput,
  conflict,
  EDITABLE,
  type FieldProblem,
  notFound,
  organisationsOf,
  type PostingKind,
  type PostingState,
  renewalIsDue,
  SHOWN_POSTING,
  stepPosting,
} from '@wilma/domain';
import { Account, OrganisationService } from '@wilma/identity';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { isSameMail } from './contact.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { changesBetween } from './posting-changes.js';
import { PostingConfirmationService } from './posting-confirmation.service.js';
import { checkWhole, columnsOf, matchingChanged } from './posting-draft.js';
import { PostingTagWriter } from './posting-tag.writer.js';
import { Posting } from './posting.entity.js';
import type { NeedInput, NeedPatch, OfferInput, OfferPatch } from './posting.input.js';
import { PostingVersionStore, type Snapshot } from './posting-version.store.js';
import { PostingWriter } from './posting.writer.js';

/** States in which a posting may still lack what readers and matching need. */
const UNFINISHED: readonly PostingState[] = ['DRAFT', 'CHANGES_REQUESTED'];

/** A posting before and after an edit, and whether it is a reason to match again. */
interface Edit {
  readonly posting: Posting;
  readonly edited: Posting;
  readonly isMatchedAnew: boolean;
}

/** Creates postings and moves them through their states, each step with its event. */
@Injectable()
export class PostingService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly organisations: OrganisationService,
    private readonly tags: PostingTagWriter,
    private readonly writer: PostingWriter,
    private readonly versions: PostingVersionStore,
    private readonly confirmations: PostingConfirmationService,
    private readonly clock: Clock,
  ) {}

  createNeed(actor: AccountActor, input: NeedInput): Promise<Need> {
    return this.create(actor, 'NEED', input) as Promise<Need>;
  }

  createOffer(actor: AccountActor, input: OfferInput): Promise<Offer> {
    return this.create(actor, 'OFFER', input) as Promise<Offer>;
  }

  /**
   * Edits what is not closed. Tags, text or forms of a published posting changed: it is matched
   * again, or reviewed again where its organisation is not verified.
   */
  edit(
    actor: Actor,
    kind: PostingKind,
    [id, version]: [string, number],
    patch: NeedPatch | OfferPatch,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      await this.tags.begin(tx);
      const posting = await this.writer.claim(tx, actor, 'edit', [id, version]);
      if (posting.kind !== kind) throw notFound();
      if (!EDITABLE.includes(posting.state)) {
        throw conflict(`a posting in state ${posting.state} can't be edited`);
      }
      const columns = columnsOf(patch, posting);
      await this.checkExcluded(tx, actor, { given: patch.neverMatchWith, known: posting });
      const earlier = await this.versions.snapshot(tx, posting);
      const tagsChanged = await this.tags.replace(tx, id, patch.tags);
      await this.writer.update(tx, posting, columns);
      await this.events.record(tx, actor, 'posting.edited', { posting: id });
      const edited = await this.writer.reload(tx, id);
      if (!UNFINISHED.includes(posting.state)) checkWhole(edited, await this.tags.count(tx, id));
      if (SHOWN_POSTING.includes(posting.state)) await this.keep(tx, earlier, edited);
      const isMatchedAnew = tagsChanged || matchingChanged(posting, columns);
      await this.afterEdit(tx, actor, { posting, edited, isMatchedAnew });
      return this.writer.reload(tx, id);
    });
  }

  /** Hands a draft in; a verified organisation's is published at once. */
  submit(actor: Actor, id: string, version: number): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, 'submit', [id, version]);
      stepPosting(posting.state, 'submit');
      checkWhole(posting, await this.tags.count(tx, id));
      await this.writer.step(tx, actor, { posting, action: 'submit' });
      const submitted = await this.writer.reload(tx, id);
      if (awaitsContact(submitted.confirmation)) {
        await this.confirmations.ask(tx, actor, submitted);
      } else if ((await this.writer.ownerOf(tx, submitted)).verifiedAt !== null) {
        await this.writer.publish(tx, actor, { posting: submitted, reviewed: false });
      }
      return this.writer.reload(tx, id);
    });
  }

  /** Pause, resume, renew, close: steps of the owner that need nothing more. */
  move(
    actor: Actor,
    [id, version]: [string, number],
    action: 'close' | 'pause' | 'renew' | 'resume',
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, action, [id, version]);
      if (action === 'renew' && !renewalIsDue(posting, this.clock.now())) {
        throw conflict('its renewal is not due');
      }
      const columns = action === 'renew' ? { expiresAt: this.writer.endOfListing() } : {};
      await this.writer.step(tx, actor, { posting, action, columns });
      return this.writer.reload(tx, id);
    });
  }

  private create(
    actor: AccountActor,
    kind: PostingKind,
    input: NeedInput | OfferInput,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const owner = await this.organisations.postingFor(tx, actor, input.organisation ?? null);
      const isOnBehalf = !actor.organisations.includes(owner.id);
      if (isOnBehalf && !input.contact) throw badInput({ path: 'contact', problem: 'required' });
      const author = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const columns = columnsOf(input, { district: owner.district });
      await this.checkExcluded(tx, actor, { given: input.neverMatchWith });
      const entity = kind === 'NEED' ? Need : Offer;
      const posting = tx.create(entity, {
        language: author.locale,
        ...columns,
        ...(kind === 'OFFER' ? { dois: (input as OfferInput).dois ?? [] } : {}),
        contact: input.contact ?? {
          salutation: author.salutation,
          academicTitle: author.academicTitle,
          name: author.name,
          mail: author.email,
        },
        confirmation: isOnBehalf ? 'WAITING' : null,
        organisationId: owner.id,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      } as Partial<Need>);
      await tx.insert(entity, posting);
      await this.tags.replace(tx, posting.id, input.tags ?? []);
      await this.events.record(tx, actor, 'posting.created', { posting: posting.id });
      return this.writer.reload(tx, posting.id);
    });
  }

  private async keep(tx: Tx, earlier: Snapshot, edited: Posting): Promise<void> {
    const { content } = await this.versions.snapshot(tx, edited);
    if (changesBetween(earlier.content, content).length > 0) {
      await this.versions.keep(tx, earlier);
    }
  }

  /**
   * Whatever an unverified organisation edits is reviewed again: all of it is public. What a
   * coordinator edits on behalf of a contact, the contact agrees to again.
   */
  private async afterEdit(
    tx: Tx,
    actor: Actor,
    { posting, edited, isMatchedAnew }: Edit,
  ): Promise<void> {
    const isForOthers = !organisationsOf(actor).includes(edited.organisationId);
    const agreesAgain = edited.confirmation === 'CONFIRMED' && isForOthers;
    const columns = {
      ...(edited.publishedAt === null ? {} : await this.describedAnew(tx, posting, edited)),
      ...(agreesAgain ? ({ confirmation: 'WAITING' } as const) : {}),
    };
    const isShown = SHOWN_POSTING.includes(edited.state);
    if (isShown && (agreesAgain || (await this.writer.ownerOf(tx, edited)).verifiedAt === null)) {
      await this.writer.step(tx, actor, { posting: edited, action: 'sendBack', columns });
    } else {
      if (Object.keys(columns).length > 0) await this.writer.update(tx, edited, columns);
      if (isMatchedAnew && edited.state === 'PUBLISHED') {
        await this.events.record(tx, actor, 'posting.changed', { posting: edited.id });
      }
    }
    const isAnother = !isSameMail(posting.contact.mail, edited.contact.mail);
    const now = await this.writer.reload(tx, edited.id);
    if (now.state === 'SUBMITTED' && now.confirmation === 'WAITING' && (agreesAgain || isAnother)) {
      await this.confirmations.ask(tx, actor, now);
    }
  }

  /** In another district, another crowd hides the owner. */
  private async describedAnew(tx: Tx, before: Posting, after: Posting): Promise<object> {
    return before.district === after.district ? {} : this.writer.describe(tx, after);
  }

  /** @throws DomainError BAD_USER_INPUT on what is no organisation that the actor can know */
  private async checkExcluded(
    tx: Tx,
    actor: Actor,
    { given, known }: { given: readonly string[] | null | undefined; known?: Posting },
  ): Promise<void> {
    const found = await this.organisations.found(tx, actor, given ?? []);
    const problems = (given ?? []).flatMap((id, index): FieldProblem[] => {
      const isKnown = found.has(id) || known?.neverMatchWith.includes(id) === true;
      return isKnown ? [] : [{ path: `neverMatchWith.${String(index)}`, problem: 'invalid' }];
    });
    if (problems.length > 0) throw badInput(...problems);
  }
}
