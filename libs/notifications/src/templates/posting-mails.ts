import type { PostingKind, Visibility } from '@wilma/domain';
import { describingFacts, type PostingView, translator, wordsOf } from '@wilma/platform';
import { SUBJECT_TITLE } from './ask.js';
import { type Block, button, panel, paragraph, passage, steps } from './blocks.js';
import { letter, type Letter } from './layout.js';
import type { MailContent, MailFrame } from './mail.js';
import { postingDe } from './messages/posting-de.js';
import { postingEn } from './messages/posting-en.js';
import { shorten } from './plain-text.js';

/** What every mail about one's own posting needs to know. */
export interface PostingMail extends MailFrame {
  readonly kind: PostingKind;
  readonly ownTitle: string;
}

/** Asks whoever phoned whether this is what they want to have published. */
export interface ConfirmMail extends PostingMail {
  readonly organisation: string;
  readonly visibility: Visibility;
  /** The posting as everybody would see it. */
  readonly shown: PostingView;
  /** Leads to the page that takes the answer. */
  readonly confirmUrl: string;
  /** Days after which the contact of a posting that nobody confirmed is deleted. */
  readonly keptDays: number;
}

/** Tells what a coordinator asks to change. */
export interface ChangesMail extends PostingMail {
  readonly note: string;
  /** Leads to the form; null for who can't sign in. */
  readonly formUrl: string | null;
}

export interface PublishedMail extends PostingMail {
  readonly expiresAt: Date;
  readonly postingUrl: string;
}

/** Tells that the listing ends or has ended, and how it goes on. */
export interface RenewMail extends PostingMail {
  readonly expiresAt: Date;
  readonly renewUrl: string;
}

const postingText = translator({ de: postingDe, en: postingEn });
const textOf = ({ recipient }: PostingMail) => postingText(recipient.locale);
const shortTitle = ({ ownTitle }: PostingMail): string => shorten(ownTitle, SUBJECT_TITLE);

const postingLetter = (mail: PostingMail, draft: Omit<Letter, 'reason'>): Promise<MailContent> =>
  letter(mail, { ...draft, reason: textOf(mail)('footer.reason', { own: mail.ownTitle }) });

export function renderConfirm(mail: ConfirmMail): Promise<MailContent> {
  const text = textOf(mail);
  const { kind, organisation, visibility, confirmUrl, keptDays } = mail;
  return letter(mail, {
    subject: text('confirm.subject', { kind, title: shortTitle(mail) }),
    preview: text('confirm.preview'),
    blocks: [
      paragraph(text('confirm.opening', { kind, organisation })),
      shownPosting(mail),
      steps(text('confirm.next'), [
        { label: text('confirm.yes'), value: text('confirm.yes.then', { visibility }) },
        { label: text('confirm.no'), value: text('confirm.no.then') },
        { label: text('confirm.nothing'), value: text('confirm.nothing.then') },
      ]),
      button(text('confirm.button'), confirmUrl, text('confirm.hint')),
      // Their data did not come from themselves (Art. 14 GDPR).
      steps(text('confirm.data'), [
        { label: text('confirm.source'), value: text('confirm.source.is', { organisation }) },
        { label: text('confirm.purpose'), value: text('confirm.purpose.is') },
        { label: text('confirm.period'), value: text('confirm.period.is', { keptDays }) },
        { label: text('confirm.rights'), value: text('confirm.rights.are') },
      ]),
    ],
    reason: text('footer.once', { own: mail.ownTitle }),
  });
}

function shownPosting({ recipient, shown }: ConfirmMail): Block {
  return panel({
    kind: wordsOf(recipient.locale).postingKind[shown.kind],
    title: shown.title,
    summary: shown.summary,
    rows: describingFacts(shown, recipient.locale),
  });
}

export function renderChanges(mail: ChangesMail): Promise<MailContent> {
  const text = textOf(mail);
  return postingLetter(mail, {
    subject: text('changes.subject', { title: shortTitle(mail) }),
    preview: text('changes.preview'),
    blocks: [
      paragraph(text('changes.opening', { own: mail.ownTitle })),
      passage(text('changes.note'), mail.note),
      mail.formUrl === null
        ? paragraph(text('changes.contactless'))
        : button(text('changes.button'), mail.formUrl, text('changes.hint')),
    ],
  });
}

export function renderPublished(mail: PublishedMail): Promise<MailContent> {
  const text = textOf(mail);
  return postingLetter(mail, {
    subject: text('published.subject', { title: shortTitle(mail) }),
    preview: text('published.preview'),
    blocks: [
      paragraph(text('published.opening', { own: mail.ownTitle })),
      paragraph(text('published.until', { day: mail.expiresAt })),
      button(text('published.button'), mail.postingUrl, null),
    ],
  });
}

export const renderExpiring = (mail: RenewMail): Promise<MailContent> => renew(mail, 'expiring');
export const renderExpired = (mail: RenewMail): Promise<MailContent> => renew(mail, 'expired');

function renew(mail: RenewMail, what: 'expired' | 'expiring'): Promise<MailContent> {
  const text = textOf(mail);
  const day = mail.expiresAt;
  return postingLetter(mail, {
    subject: text(`${what}.subject`, { title: shortTitle(mail) }),
    preview: text(`${what}.preview`, { day }),
    blocks: [
      paragraph(text(`${what}.opening`, { own: mail.ownTitle, day })),
      button(text('renew.button'), mail.renewUrl, text(`${what}.hint`)),
    ],
  });
}
