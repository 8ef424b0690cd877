import { Injectable } from '@nestjs/common';
import { type Locale, otherSide, type Side } from '@wilma/domain';
import type { Organisation } from '@wilma/identity';
import { type Match, MatchExplainer, postingIdOf } from '@wilma/matches';
import type { Operator, PostingView } from '@wilma/platform';
import { type Contact, type Posting, PostingReader } from '@wilma/postings';
import { AnswerLinks } from './answer-link.js';
import { areExamples, ContactReader } from './contact.reader.js';
import type { AskMail, MatchMail, Recipient } from './templates/index.js';

/** One side of a match as its mails and its answer page need it. */
export interface SideView {
  readonly side: Side;
  readonly own: Posting;
  readonly contact: Contact;
  readonly recipient: Recipient;
  /** What this side may read of the other: the owner only where it is released to them. */
  readonly other: PostingView;
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  /** Whether the postings are examples. */
  readonly demo: boolean;
}

/** Reads what a mail about a match says, each side by the rights of its organisation. */
@Injectable()
export class MatchMailReader {
  constructor(
    private readonly contacts: ContactReader,
    private readonly postings: PostingReader,
    private readonly explainer: MatchExplainer,
    private readonly links: AnswerLinks,
  ) {}

  get operator(): Operator {
    return this.contacts.operator;
  }

  /** @param locale of the mail, where it is not the recipient's choice alone */
  async side(match: Match, side: Side, locale?: Locale): Promise<SideView> {
    const own = await this.withContact(postingIdOf(match, side));
    const found = await this.contacts.recipientOf(own);
    const recipient = { ...found, locale: locale ?? found.locale };
    const other = await this.otherAs(match, side, own.organisationId);
    const telling = { reader: side, locale: recipient.locale };
    return {
      side,
      own,
      contact: own.contact,
      recipient,
      other,
      demo: areExamples(own.title, other.title),
      reasons: (await this.explainer.reasons(match, telling)).map(({ text }) => text),
      openQuestions: await this.explainer.openQuestions(match, telling),
    };
  }

  matchUrl({ id }: Match): string {
    return `${this.operator.publicUrl}/matches/${id}`;
  }

  /** What every mail about the match says to this side. */
  frame({ recipient, side, own, demo }: SideView): MatchMail {
    return { recipient, operator: this.operator, side, ownTitle: own.title, demo };
  }

  /** What a mail asks or reminds this side of. */
  askOf(match: Match, view: SideView, deadline: Date): AskMail {
    return {
      ...this.frame(view),
      other: view.other,
      strength: match.strength,
      reasons: view.reasons,
      openQuestions: view.openQuestions,
      answerUrl: this.links.urlFor(match, view, deadline),
      deadline,
    };
  }

  /** Both contacts and their organisations, for the mail that introduces them. */
  async released(
    match: Match,
    side: Side,
  ): Promise<{ contact: Contact; organisation: Organisation }> {
    const own = await this.withContact(postingIdOf(match, side));
    const otherId = postingIdOf(match, otherSide(side));
    const viewer = linkActor(match, own.organisationId);
    const [contact] = await this.postings.contactsOf(viewer, [otherId]);
    const [organisation] = await this.postings.ownersOf(viewer, [otherId]);
    if (!contact || !organisation) throw new Error('nothing was released for this match');
    return { contact, organisation };
  }

  private async withContact(id: string): Promise<Posting> {
    const posting = await this.contacts.posting(id);
    if (posting === null) throw new Error(`posting ${id} is gone`);
    return posting;
  }

  private async otherAs(match: Match, side: Side, organisationId: string): Promise<PostingView> {
    const id = postingIdOf(match, otherSide(side));
    const [posting] = await this.postings.partsOfMatches([id]);
    if (!posting) throw new Error(`posting ${id} is gone`);
    const [owner] = await this.postings.ownersOf(linkActor(match, organisationId), [id]);
    return {
      kind: posting.kind,
      title: posting.title,
      summary: posting.summary === '' ? posting.title : posting.summary,
      organisation: owner?.name ?? null,
      district: posting.district,
      sector: posting.sector,
      sizeClass: posting.sizeClass,
      cooperationForms: posting.cooperationForms,
      budget: 'budget' in posting ? (posting.budget as PostingView['budget']) : null,
      startsOn: posting.startsOn,
      trl: posting.trl,
    };
  }
}

/** Mails and answer pages see what their side may see by the link alone. */
const linkActor = (match: Match, organisationId: string) =>
  ({ kind: 'LINK', matchId: match.id, organisationId }) as const;
