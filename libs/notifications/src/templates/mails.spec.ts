import { describe, expect, it } from '@jest/globals';
import { Locale } from '@wilma/domain';
import { MATCHES_PER_MAIL } from '@wilma/matches';
import fc from 'fast-check';
import {
  type MailContent,
  renderAccountMail,
  renderAsk,
  renderAskSeveral,
  renderChanges,
  renderConfirm,
  renderDeclined,
  renderDigest,
  renderFollowUp,
  renderExpired,
  renderExpiring,
  renderIntroduced,
  renderInvitation,
  renderPublished,
  renderQuestionAnswered,
  renderQuestionRelayed,
  renderReminder,
  renderReminderSeveral,
  renderWithdrawn,
} from './index.js';
import {
  accountMail,
  ask,
  askCompany,
  askSeveral,
  blindedNeed,
  declined,
  digest,
  followUp,
  introduced,
  invitation,
  namedOffer,
  OWNER,
  questionAnswered,
  questionRelayed,
  reminderSeveral,
  withdrawn,
} from './mails.fixture.js';
import { changes, confirm, published, renew } from './posting-mails.fixture.js';
import { de } from './messages/de.js';
import { en } from './messages/en.js';

const MAILS: Record<string, (locale: Locale) => Promise<MailContent>> = {
  'confirm an address': (locale) => renderAccountMail(accountMail(locale)),
  ask: (locale) => renderAsk(ask(locale)),
  'ask a company': (locale) => renderAsk(askCompany(locale)),
  'ask about several': (locale) => renderAskSeveral(askSeveral(locale)),
  'remind of several': (locale) => renderReminderSeveral(reminderSeveral(locale)),
  reminder: (locale) => renderReminder(ask(locale)),
  introduced: (locale) => renderIntroduced(introduced(locale)),
  'question relayed': (locale) => renderQuestionRelayed(questionRelayed(locale)),
  'question answered': (locale) => renderQuestionAnswered(questionAnswered(locale)),
  declined: (locale) => renderDeclined(declined(locale)),
  withdrawn: (locale) => renderWithdrawn(withdrawn(locale)),
  digest: (locale) => renderDigest(digest(locale)),
  'invitation by a member': (locale) => renderInvitation(invitation(locale, 'MEMBER')),
  'invitation by staff': (locale) => renderInvitation(invitation(locale, 'STAFF')),
  'follow-up': (locale) => renderFollowUp(followUp(locale)),
  'confirm a posting': (locale) => renderConfirm(confirm(locale)),
  'changes requested': (locale) => renderChanges(changes(locale)),
  published: (locale) => renderPublished(published(locale)),
  expiring: (locale) => renderExpiring(renew(locale)),
  expired: (locale) => renderExpired(renew(locale)),
};
const all = Object.keys(MAILS).flatMap((name) =>
  Object.values(Locale).map((locale): [string, Locale] => [name, locale]),
);
const render = (name: string, locale: Locale): Promise<MailContent> => MAILS[name]!(locale);

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What a reader sees of the HTML part. */
const visible = (html: string): string =>
  decode(
    html
      .replace(/<!--.*?-->/gs, ' ')
      .replace(/<head>.*<\/head>/s, ' ')
      .replace(/<div style="display:none.*?<\/div>/s, ' ')
      .replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();

const words = (text: string): string[] =>
  [...new Set(text.toLocaleLowerCase().match(/[\p{L}\p{N}@./+-]*[\p{L}\p{N}]/gu))].sort();

const tagNames = (html: string): string[] => html.match(/<\/?[a-z][a-z0-9:-]*/g) ?? [];

describe.each(all)('%s (%s)', (name, locale) => {
  it('says the same in both parts', async () => {
    const { html, text } = await render(name, locale);
    const links = [...html.matchAll(/href="(https:[^"]*)"/g)].map((match) => match[1]!);
    for (const link of links) expect(text).toContain(decode(link));
    const addresses = (word: string): boolean =>
      word.includes('//') || word.includes('wilma.example');
    const seen = words(visible(html).replace(/^Wilma /, '')).filter((word) => !addresses(word));
    expect(words(text).filter((word) => !addresses(word))).toEqual(seen);
  });

  it('is one language, one subject line, small, and free of anything from elsewhere', async () => {
    const { subject, html } = await render(name, locale);
    expect(html).toContain(`<html lang="${locale}"`);
    expect(subject).not.toMatch(/\p{Cc}/u);
    expect(subject.length).toBeLessThan(110);
    expect(Buffer.byteLength(html)).toBeLessThan(64 * 1024);
    expect(html).not.toMatch(/<(script|link|img|iframe)\b|@import|\[\[\d+\]\]/);
    expect(visible(html)).not.toMatch(/undefined|null|\{|\}/);
  });

  it('names no percentage', async () => {
    expect(JSON.stringify({ ...(await render(name, locale)), html: '' })).not.toContain('%');
  });

  it('marks examples and names the operator', async () => {
    const { subject, html, text } = await render(name, locale);
    const word = locale === 'de' ? 'Beispiel' : 'Example';
    expect(subject).toMatch(new RegExp(`^\\[${word}\\] `));
    for (const part of [visible(html), text]) {
      expect(part).toContain(`${word}: `);
      expect(part).toContain('Beispielnetzwerk e. V.');
    }
    expect(html).toContain('href="https://wilma.example/imprint"');
  });
});

describe('the mail that asks', () => {
  it('opens with the salutation and what the other side wants', async () => {
    const { subject, text } = await renderAsk({ ...ask('de'), demo: false });
    expect(subject).toMatch(/^Bedarf, der zu Ihnen passt: Sortierung von Mischkunststoffen/);
    expect(text).toMatch(/^Sehr geehrte Frau Prof\. Dr\. Muster,\n\nein Unternehmen im Landkreis/);
    const order = ['Gesucht wird', 'Auftragsforschung', 'bis 50.000 €', '1. März 2027'];
    const why = ['WARUM', 'Starker Vorschlag', 'Beide nennen', 'Ansehen und antworten'];
    const places = [...order, ...why].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it.each([
    ['de', 'bis Freitag, 4. Dezember 2026'],
    ['en', 'by Friday, 4 December 2026'],
  ] as const)('gives the deadline as a day in Berlin (%s)', async (locale, day) => {
    const { text, html } = await renderAsk(ask(locale));
    expect(text).toContain(day);
    expect(visible(html)).toContain(day);
  });

  it('has one link that answers, and one button', async () => {
    const mail = ask('de');
    const { html, text } = await renderAsk(mail);
    expect(html.split(mail.answerUrl)).toHaveLength(2);
    expect(text.split(mail.answerUrl)).toHaveLength(2);
  });

  it('describes a blinded owner by district, sector and size only', async () => {
    const blinded = await renderAsk(ask('de'));
    const named = await renderAsk({
      ...ask('de'),
      other: { ...blindedNeed, organisation: OWNER },
    });
    expect(JSON.stringify(blinded)).not.toContain('Kunststoffwerk');
    expect(blinded.text.replace(/\s+/g, ' ')).toContain(
      'Ein Unternehmen im Landkreis Oberspreewald-Lausitz, Verarbeitendes Gewerbe, 50 bis 249 Beschäftigte',
    );
    expect(named.text).toContain(OWNER);
    expect(named.subject).toBe(blinded.subject);
  });

  it('leaves out what is not known', async () => {
    const { text } = await renderAsk({
      ...ask('de'),
      other: { ...namedOffer, district: null, trl: null, cooperationForms: [] },
      openQuestions: [],
    });
    expect(text).not.toMatch(/Budget|Reifegrad|Zusammenarbeit|NOCH OFFEN/);
    expect(text).toMatch(/Beginn: +nach Absprache/);
  });
});

describe('the mail that asks about several matches', () => {
  it('has a link of its own for each, and says of each which posting it is for', async () => {
    const mail = askSeveral('de');
    const { subject, html, text } = await renderAskSeveral(mail);
    expect(subject).toMatch(/^\[Beispiel\] 3 Vorschläge warten auf Ihre Antwort: Sortierung/);
    for (const { answerUrl, ownTitle } of mail.matches) {
      for (const part of [html, text]) expect(part.split(answerUrl)).toHaveLength(2);
      expect(text.replace(/\s+/g, ' ')).toContain(ownTitle);
    }
    expect(text).toContain('bis Freitag, 4. Dezember 2026');
  });

  it('stays below what mailboxes cut off, at its longest', async () => {
    const mail = askSeveral('de');
    const matches = Array.from({ length: MATCHES_PER_MAIL }, () => mail.matches[0]!);
    const { html } = await renderAskSeveral({ ...mail, matches });
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});

describe('the mail that reminds of several matches', () => {
  it('says the first day in front, and of each match its own', async () => {
    const { subject, text } = await renderReminderSeveral(reminderSeveral('de'));
    expect(subject).toContain('Bis Freitag, 4. Dezember: 2 Vorschläge');
    expect(text).toContain('bis Freitag, 4. Dezember 2026');
    expect(text).toContain('bis Mittwoch, 9. Dezember 2026');
  });
});

describe('the mail that introduces', () => {
  it('gives the contact, says who begins and who is in copy', async () => {
    const { html, text } = await renderIntroduced(introduced('de'));
    expect(text).toContain('produktion@kunststoffwerk.example');
    expect(html).toContain('href="mailto:produktion@kunststoffwerk.example"');
    expect(html).toContain('href="tel:+493550000012"');
    expect(text).toContain('Die Seite mit dem Bedarf ist gebeten');
    expect(text).toContain('transfer@hochschule.example');
    const need = await renderIntroduced({ ...introduced('de'), side: 'NEED', transferOffices: [] });
    expect(need.text).toContain('Bitte machen Sie den Anfang');
    expect(need.text).not.toContain('In Kopie');
  });

  it('adds nothing to a mail link through an address', async () => {
    const mail = introduced('en');
    const { html } = await renderIntroduced({
      ...mail,
      contact: { ...mail.contact, mail: 'a?bcc=x&b@c.example' },
    });
    expect(html).toContain('href="mailto:a%3Fbcc%3Dx%26b@c.example"');
  });
});

describe('the mail that tells it came to nothing', () => {
  it('gives no reason and no hint whether the other side answered', async () => {
    const { text } = await renderDeclined(declined('en'));
    expect(text).not.toMatch(/declin|expire|deadline|answered|refus/i);
  });
});

describe('hostile values', () => {
  const nasty =
    '<b>x</b> & "y" \'z\' {n, plural, one {1}} {{v}} [[0]] ${a} %s <!-- c -->\r\nBcc: q@r';

  // Salutation, opening twice, title, summary, party, reason, foot.
  const PLACES = 8;

  it('are shown as they were typed', async () => {
    const mail = ask('de');
    const { subject, html, text } = await renderAsk({
      ...mail,
      demo: false,
      ownTitle: nasty,
      other: { ...mail.other, title: nasty, summary: nasty, organisation: nasty },
      reasons: [nasty],
      recipient: { ...mail.recipient, salutation: 'NONE', name: nasty },
    });
    const line = nasty.replace('\r\n', ' ');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(visible(html).split(line)).toHaveLength(PLACES + 1);
    expect(text.replace(/\s+/g, ' ').split(line)).toHaveLength(PLACES + 1);
  });

  it('never change the structure of the HTML', async () => {
    const plain = tagNames((await renderAsk(ask('de'))).html);
    const value = fc.oneof(fc.string(), fc.constantFrom(nasty, '"><script>', '</title>', '-->'));
    await fc.assert(
      fc.asyncProperty(value, value, value, async (title, summary, reason) => {
        const mail = ask('de');
        const { html } = await renderAsk({
          ...mail,
          other: { ...mail.other, title, summary },
          reasons: [reason, ...mail.reasons.slice(1)],
          answerUrl: `https://wilma.example/answer/"${title}`,
        });
        expect(tagNames(html)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

describe('messages', () => {
  it('have the same keys and blanks in both languages', () => {
    const blanks = (message: string): string[] =>
      [...new Set(message.match(/\{\w+(?=\}|, (?:select|plural|date|number))/g))].sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(de).sort());
    for (const key of Object.keys(de) as (keyof typeof de)[]) {
      expect([key, blanks(en[key])]).toEqual([key, blanks(de[key])]);
    }
  });
});
