import type { Locale } from '@wilma/domain';
import { ask, blindedNeed } from './mails.fixture.js';
import type { ChangesMail, ConfirmMail, PostingMail, PublishedMail, RenewMail } from './index.js';

const frame = (locale: Locale): PostingMail => {
  const { recipient, operator, demo } = ask(locale);
  return { recipient, operator, demo, kind: 'NEED', ownTitle: blindedNeed.title };
};

/** Late in the evening in Berlin, the day after in UTC. */
const END = new Date('2026-12-04T22:30:00Z');

export const confirm = (locale: Locale): ConfirmMail => ({
  ...frame(locale),
  organisation: 'Beispiel Kunststoffwerk GmbH',
  visibility: 'BLINDED',
  shown: blindedNeed,
  confirmUrl: 'https://wilma.example/confirm/token',
  keptDays: 60,
});

export const changes = (locale: Locale): ChangesMail => ({
  ...frame(locale),
  note: 'Bitte nennen Sie die Menge.',
  formUrl: 'https://wilma.example/needs/1/edit',
});

export const published = (locale: Locale): PublishedMail => ({
  ...frame(locale),
  expiresAt: END,
  postingUrl: 'https://wilma.example/needs/1',
});

export const renew = (locale: Locale): RenewMail => ({
  ...frame(locale),
  expiresAt: END,
  renewUrl: 'https://wilma.example/renew/token',
});
