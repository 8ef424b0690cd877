import type { Match } from '@wilma/matches';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SideView } from './match-mail.reader.js';
import { mailText } from './templates/mail.js';

const MINUTES = 30;

interface Talk {
  readonly at: Date;
  /** When the mail was written: the same talk makes the same bytes. */
  readonly now: Date;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly url: string;
}

/**
 * A calendar file that proposes a first talk. It is published and asks for no reply, since replies
 * would reach nobody; it names both postings and nobody's data.
 */
export function talkCalendar({ id }: Match, view: SideView, talk: Talk): string {
  const { recipient, own, other } = view;
  const text = mailText(recipient.locale);
  const titles = { own: own.title, other: other.title };
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Wilma', product: 'Wilma', language: recipient.locale.toUpperCase() },
  });
  calendar.createEvent({
    id: `${id}@${new URL(talk.url).hostname}`,
    stamp: talk.now,
    start: talk.at,
    end: new Date(talk.at.getTime() + MINUTES * 60_000),
    summary: text('calendar.summary', titles),
    description: `${text('calendar.description', titles)}\n${talk.url}`,
    url: talk.url,
    status: ICalEventStatus.TENTATIVE,
    organizer: talk.organizer,
  });
  return calendar.toString();
}
