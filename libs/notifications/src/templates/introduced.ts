import { otherSide } from '@wilma/domain';
import { wordsOf } from '@wilma/platform';
import { SUBJECT_TITLE } from './ask.js';
import { type Block, button, panel, paragraph, passage, type PanelRow, steps } from './blocks.js';
import { matchLetter } from './layout.js';
import { type IntroducedMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';
import { fullName } from './salutation.js';

/** Introduces the other side, and says who makes the first move so that nobody waits. */
export function renderIntroduced(mail: IntroducedMail): Promise<MailContent> {
  const { recipient, side, transferOffices } = mail;
  const text = mailText(recipient.locale);
  const kinds = wordsOf(recipient.locale).postingKind;
  const copy = text('introduced.copy', {
    count: transferOffices.length,
    offices: transferOffices.join(', '),
  });
  return matchLetter(mail, {
    subject: text('introduced.subject', { title: shorten(mail.otherTitle, SUBJECT_TITLE) }),
    preview: text('introduced.preview'),
    blocks: [
      paragraph(text('introduced.opening')),
      contactPanel(mail),
      steps(text('introduced.about'), [
        { label: kinds[side], value: mail.ownTitle },
        { label: kinds[otherSide(side)], value: mail.otherTitle },
      ]),
      passage(text('introduced.next'), text(`introduced.next.${side}`)),
      paragraph(text('introduced.calendar', { talk: mail.talkAt })),
      paragraph(text('introduced.released')),
      ...(transferOffices.length === 0 ? [] : [paragraph(copy)]),
      button(text('introduced.button'), mail.matchUrl, null),
    ],
  });
}

function contactPanel({ contact, recipient }: IntroducedMail): Block {
  const text = mailText(recipient.locale);
  const { mail, phone } = contact;
  const mailto = `mailto:${encodeURIComponent(mail).replace('%40', '@')}`;
  const rows: PanelRow[] = [{ label: text('introduced.mail'), value: mail, href: mailto }];
  if (phone !== null) {
    const tel = `tel:${phone.replace(/[^\d+]/g, '')}`;
    rows.push({ label: text('introduced.phone'), value: phone, href: tel });
  }
  return panel({
    kind: text('introduced.contact'),
    title: fullName(contact, recipient.locale),
    summary: contact.organisation,
    rows,
  });
}
