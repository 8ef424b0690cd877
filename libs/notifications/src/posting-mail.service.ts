import { Inject, Injectable } from '@nestjs/common';
import { awaitsContact, isListed, type MailKind, type PostingState } from '@wilma/domain';
import { Config, rowsOf, SignedLinks, type Tx } from '@wilma/platform';
import { ContactConsents, type Posting } from '@wilma/postings';
import { MailService } from './mail.service.js';

import { PostingLinks } from './posting-link.js';
import { type OwnPostingView, PostingMailReader } from './posting-mail.reader.js';
import {
  type MailContent,
  type PostingMail,
  renderChanges,
  renderConfirm,
  renderExpired,
  renderExpiring,
  renderPublished,
} from './templates/index.js';

interface Letter {
  readonly kind: MailKind;
  /** What tells this time of writing from others. */
  readonly occasion: string;
  readonly content: MailContent;
}

/** Writes to the contact of a posting what becomes of it. */
@Injectable()
export class PostingMailService {
  constructor(
    private readonly mails: MailService,
    private readonly reader: PostingMailReader,
    private readonly links: PostingLinks,
    private readonly signed: SignedLinks,
    private readonly consents: ContactConsents,
    @Inject(Config) private readonly config: Config,
  ) {}

  /**
   * Asks the contact on whose behalf a posting was entered, once until they have agreed: to this
   * one or to another.
   */
  async askConfirmation(tx: Tx, id: string): Promise<void> {
    const view = await this.reader.view(id);
    if (view?.posting.state !== 'SUBMITTED' || view.posting.confirmation !== 'WAITING') return;
    const { contact } = view.posting;
    if (!(await this.consents.mayAsk(tx, contact.mail))) return;
    const { posting, organisation, shown } = view;
    const content = await renderConfirm({
      ...this.frame(view),
      organisation,
      shown,
      visibility: posting.visibility,
      confirmUrl: this.links.urlFor('confirm', posting),
      keptDays: this.config.keptDays.unansweredContacts,
    });
    const addressee = this.signed.addresseeKey(contact.mail);
    const round = await confirmationsOf(tx, id);
    const occasion = `${addressee}/${String(round)}`;
    await this.queue(tx, view, { kind: 'POSTING_CONFIRM', occasion, content });
  }

  /** Who has agreed once may be asked about what else waits for them. */
  async askAboutOthers(tx: Tx, id: string): Promise<void> {
    for (const other of await rowsOf<{ id: string }>(tx, WAITING_SQL, [id])) {
      await this.askConfirmation(tx, other.id);
    }
  }

  async tellChanges(tx: Tx, id: string): Promise<void> {
    const view = await this.viewIn(id, 'CHANGES_REQUESTED');
    if (view === null) return;
    const { posting } = view;
    const isMember = await this.reader.isMember(posting);
    const content = await renderChanges({
      ...this.frame(view),
      note: posting.reviewNote ?? '',
      formUrl: isMember ? `${this.urlOf(posting)}/edit` : null,
    });
    const occasion = String(posting.version);
    await this.queue(tx, view, { kind: 'POSTING_CHANGES', occasion, content });
  }

  /** Tells that it was published by whoever reviewed it. */
  async tellPublished(tx: Tx, id: string): Promise<void> {
    const view = await this.viewIn(id, 'PUBLISHED');
    if (view === null) return;
    const { posting } = view;
    const expiresAt = posting.expiresAt ?? posting.createdAt;
    const isReadable = isListed(posting) || (await this.reader.isMember(posting));
    const content = await renderPublished({
      ...this.frame(view),
      expiresAt,
      postingUrl: isReadable ? this.urlOf(posting) : this.reader.operator.publicUrl,
    });
    const occasion = expiresAt.toISOString();
    await this.queue(tx, view, { kind: 'POSTING_PUBLISHED', occasion, content });
  }

  /** Warns that the listing ends. */
  tellExpiring(tx: Tx, id: string): Promise<void> {
    return this.tellEnd(tx, id, ['PUBLISHED', 'POSTING_EXPIRING']);
  }

  tellExpired(tx: Tx, id: string): Promise<void> {
    return this.tellEnd(tx, id, ['EXPIRED', 'POSTING_EXPIRED']);
  }

  /** Once for each end of a listing. */
  private async tellEnd(
    tx: Tx,
    id: string,
    [state, kind]: ['EXPIRED', 'POSTING_EXPIRED'] | ['PUBLISHED', 'POSTING_EXPIRING'],
  ): Promise<void> {
    const view = await this.viewIn(id, state);
    if (view?.posting.expiresAt == null) return;
    const { expiresAt } = view.posting;
    const mail = {
      ...this.frame(view),
      expiresAt,
      renewUrl: this.links.urlFor('renew', view.posting),
    };
    const content = await (state === 'EXPIRED' ? renderExpired(mail) : renderExpiring(mail));
    await this.queue(tx, view, { kind, occasion: expiresAt.toISOString(), content });
  }

  /** Null where it has gone on meanwhile, and where its contact must not be written to. */
  private async viewIn(id: string, state: PostingState): Promise<OwnPostingView | null> {
    const view = await this.reader.view(id);
    if (view?.posting.state !== state) return null;
    return awaitsContact(view.posting.confirmation) ? null : view;
  }

  private frame({ posting, recipient, demo }: OwnPostingView): PostingMail {
    const { operator } = this.reader;
    return { recipient, operator, demo, kind: posting.kind, ownTitle: posting.title };
  }

  private urlOf({ id, kind }: Posting): string {
    return `${this.reader.operator.publicUrl}/${kind === 'NEED' ? 'needs' : 'offers'}/${id}`;
  }

  private queue(
    tx: Tx,
    { posting, recipient }: OwnPostingView,
    { kind, occasion, content }: Letter,
  ): Promise<void> {
    const { name, mail } = posting.contact;
    return this.mails.queue(tx, {
      dedupeKey: `${kind}/${posting.id}/${occasion}`,
      kind,
      to: { name, address: mail, locale: recipient.locale },
      content,
    });
  }
}

/** Postings that wait for whoever is the contact of this one. */
const WAITING_SQL = `
  SELECT other.id FROM posting JOIN posting AS other
    ON lower(other.contact_mail) = lower(posting.contact_mail) AND other.id <> posting.id
   WHERE posting.id = $1 AND other.state = 'SUBMITTED' AND other.confirmation = 'WAITING'
   ORDER BY other.created_at, other.id LIMIT 20`;

/** How often this posting was confirmed: after a further change it is asked about again. */
async function confirmationsOf(tx: Tx, posting: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    tx,
    `SELECT count(*)::int AS n FROM event
      WHERE payload->>'posting' = $1 AND name = 'posting.confirmed'`,
    [posting],
  );
  return row?.n ?? 0;
}
