import { translator } from '@wilma/platform';
import { button, links, paragraph } from './blocks.js';
import { letter } from './layout.js';
import type { MailContent, MailFrame } from './mail.js';
import { digestDe } from './messages/digest-de.js';
import { digestEn } from './messages/digest-en.js';

/** The lists of a digest. */
export type DigestTopic =
  'ANSWERED' | 'MAILS' | 'OVERDUE' | 'POSTINGS' | 'QUESTIONS' | 'SUGGESTIONS';

export interface DigestList {
  readonly topic: DigestTopic;
  readonly count: number;
  /** The first few of them. */
  readonly items: readonly { readonly title: string; readonly url: string }[];
}

/** Tells a coordinator in the morning what waits for them. */
export interface DigestMail extends MailFrame {
  /** One or more, none empty. */
  readonly lists: readonly DigestList[];
  readonly reviewUrl: string;
  readonly unsubscribeUrl: string;
}

/** A longer subject is cut by whatever shows it. */
const NAMED_IN_SUBJECT = 5;

const digestText = translator({ de: digestDe, en: digestEn });

export function renderDigest(mail: DigestMail): Promise<MailContent> {
  const { lists, reviewUrl, unsubscribeUrl, recipient } = mail;
  const text = digestText(recipient.locale);
  const named = lists.slice(0, NAMED_IN_SUBJECT);
  const short = named.map(({ topic, count }) => text(`short.${topic}`, { count }));
  const parts = [...short, ...(lists.length > named.length ? ['…'] : [])].join(', ');
  return letter(mail, {
    subject: text('subject', { parts }),
    preview: lists[0]?.items[0]?.title ?? parts,
    blocks: [
      paragraph(text('opening')),
      ...lists.map(({ topic, count, items }) =>
        links({
          heading: text(`heading.${topic}`, { count }),
          items,
          more: count > items.length ? text('more', { count: count - items.length }) : null,
        }),
      ),
      button(text('button'), reviewUrl, null),
    ],
    reason: text('reason'),
    leave: { label: text('leave'), url: unsubscribeUrl },
  });
}
