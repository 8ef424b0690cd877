import { describe, expect, it } from '@jest/globals';
import { Visibility } from '@wilma/domain';
import { renderChanges, renderConfirm, renderExpiring } from './index.js';
import { postingDe } from './messages/posting-de.js';
import { postingEn } from './messages/posting-en.js';
import { changes, confirm, renew } from './posting-mails.fixture.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('the mail that asks to confirm a posting', () => {
  it('says who noted it down, shows it, and promises that silence is respected', async () => {
    const mail = { ...confirm('de'), demo: false };
    const { subject, text } = await renderConfirm(mail);
    expect(subject).toMatch(/^Ist das Ihr Bedarf\? Bitte bestätigen: Sortierung/);
    expect(flat(text)).toContain('Bedarf von Beispiel Kunststoffwerk GmbH aufgenommen');
    expect(flat(text)).toContain('schreiben Ihnen kein zweites Mal');
    expect(text.split(mail.confirmUrl)).toHaveLength(2);
    // Art. 14: where the data come from, what for, how long, and what one may ask for.
    expect(flat(text)).toContain('in einem Gespräch mit der Koordination');
    expect(flat(text)).toContain('löschen wir sie nach 60 Tagen');
    expect(flat(text)).toMatch(/Auskunft, Berichtigung und Löschung/);
  });

  it('says for each visibility what would be published', async () => {
    const sentences = await Promise.all(
      Object.values(Visibility).map(async (visibility) => {
        const { text } = await renderConfirm({ ...confirm('en'), visibility });
        return /The posting is (published|matched)[^.]*\./.exec(flat(text))?.[0];
      }),
    );
    expect(sentences).toEqual([
      'The posting is published with the name of your organisation.',
      'The posting is published without the name of your organisation.',
      'The posting is matched, but published nowhere.',
    ]);
  });
});

describe('the mail that asks for changes', () => {
  it('quotes the coordinator and leads to the form', async () => {
    const { text } = await renderChanges(changes('de'));
    expect(text).toContain('Bitte nennen Sie die Menge.');
    expect(text).toContain('https://wilma.example/needs/1/edit');
  });

  it('leads nobody to a form who can not sign in', async () => {
    const { text, html } = await renderChanges({ ...changes('de'), formUrl: null });
    expect(html).not.toContain('/edit');
    expect(flat(text)).toContain('Wir tragen die Änderungen für Sie ein.');
  });
});

describe('the mail that warns', () => {
  it.each([
    ['de', '4. Dezember 2026'],
    ['en', '4 December 2026'],
  ] as const)('names the day on which it ends, in Berlin (%s)', async (locale, day) => {
    const { text } = await renderExpiring(renew(locale));
    expect(flat(text)).toContain(day);
  });
});

describe('messages', () => {
  it('have the same keys and blanks in both languages', () => {
    const blanks = (message: string): string[] =>
      [...new Set(message.match(/\{\w+(?=\}|, (?:select|plural|date|number))/g))].sort();
    expect(Object.keys(postingEn).sort()).toEqual(Object.keys(postingDe).sort());
    for (const key of Object.keys(postingDe) as (keyof typeof postingDe)[]) {
      expect([key, blanks(postingEn[key])]).toEqual([key, blanks(postingDe[key])]);
    }
  });
});
