import { describe, expect, it } from '@jest/globals';
import { DismissReason, type Locale } from '@wilma/domain';
import fc from 'fast-check';
import {
  addressConfirmedPage,
  answeredPage,
  answerPage,
  type AnswerPage,
  closedPage,
  confirmAddressPage,
  consentText,
  postingConsentText,
  escapeHtml,
  type Exchange,
  html,
  invalidLinkPage,
  passwordResetPage,
  resetPasswordPage,
  signInLinkPage,
  unsubscribedPage,
  unsubscribePage,
  usedLinkPage,
  problemPage,
} from './index.js';

const page = (locale: Locale): AnswerPage => ({
  locale,
  operator: {
    name: 'Beispielnetzwerk e. V.',
    imprintUrl: 'https://wilma.example/imprint',
    publicUrl: 'https://wilma.example',
  },
  recipientName: 'Erika Muster',
  side: 'OFFER',
  ownTitle: 'Bildverarbeitung (Beispiel)',
  other: {
    kind: 'NEED',
    title: 'Sortierung von Kunststoffen (Beispiel)',
    summary: 'Gesucht wird eine Kamera.',
    organisation: null,
    district: 'GOERLITZ',
    sector: 'C',
    sizeClass: 'MEDIUM',
    cooperationForms: ['THESIS'],
    budget: 'OPEN',
    startsOn: null,
    trl: 3,
  },
  strength: 'GOOD',
  reasons: ['Beide nennen Bildverarbeitung.'],
  openQuestions: ['Wer stellt Proben bereit?'],
  deadline: new Date('2026-12-04T22:30:00Z'),
  demo: true,
  exchanges: [],
  canAsk: true,
  saidYes: false,
});

const EXCHANGES: readonly Exchange[] = [
  { by: 'ME', question: 'Wie feucht?', answer: 'Acht Prozent.', waits: false },
  { by: 'THEM', question: 'Ab wann <b>geht</b> es?', answer: null, waits: true },
];

const results = (locale: Locale): [string, string][] => {
  const { operator, other } = page(locale);
  const frame = { locale, operator };
  const answered = { ...frame, otherTitle: other.title, canTakeBack: false };
  return [
    ['answer', answerPage(page(locale))],
    ['exchange', answerPage({ ...page(locale), exchanges: EXCHANGES, saidYes: true })],
    ['interested', answeredPage({ ...answered, outcome: 'INTERESTED', canTakeBack: true })],
    ['introduced', answeredPage({ ...answered, outcome: 'INTRODUCED' })],
    ['declined', answeredPage({ ...answered, outcome: 'DECLINED' })],
    ['question', answeredPage({ ...answered, outcome: 'QUESTION' })],
    ['closed', closedPage(frame)],
    ['invalid', invalidLinkPage(frame)],
    ['unsubscribe', unsubscribePage(frame)],
    ['unsubscribed', unsubscribedPage(frame)],
    ['confirm an address', confirmAddressPage(frame, 'kim@people.example')],
    ['address confirmed', addressConfirmedPage(frame)],
    ['sign in by link', signInLinkPage(frame)],
    ['reset a password', resetPasswordPage(frame)],
    [
      'a password refused',
      resetPasswordPage(frame, { path: 'password', problem: 'tooShort', values: { min: 10 } }),
    ],
    ['password reset', passwordResetPage(frame)],
    ['used link', usedLinkPage(frame)],
  ];
};

const tagNames = (text: string): string[] => text.match(/<\/?[a-z][a-z0-9]*/g) ?? [];

describe.each(['de', 'en'] as const)('every page (%s)', (locale) => {
  it.each(results(locale))('%s is whole, quiet and inert', (_name, document) => {
    expect(document).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${locale}">`));
    expect(document).toContain('<meta name="referrer" content="no-referrer"');
    expect(document).toContain('<meta name="robots" content="noindex');
    expect(document).toContain('Beispielnetzwerk e. V.');
    expect(document).not.toMatch(/<(script|link|img|iframe)\b|\son\w+=|@import|url\(/);
    expect(document).not.toMatch(/<form(?! method="post">)/);
    expect(document).not.toMatch(/undefined|\[object|mailto:|tel:|>null</);
  });
});

describe('what is agreed to on the page that confirms a posting', () => {
  it('is another version whenever it is another text: raise VERSION with the text', () => {
    expect({ ...postingConsentText('de'), en: postingConsentText('en').hash }).toEqual({
      version: 1,
      hash: '5b0b10ebdc01aa81005026397aa5155feb769da47b2bf6933f598f20fd00c30a',
      en: 'fd90b413008c0069d3ce9448dee51bc2b5475b85e368f176c79b8029b7245336',
    });
  });
});

describe('what is agreed to on the page that confirms an address', () => {
  it('is another version whenever it is another text: raise VERSION with the text', () => {
    expect({ ...consentText('de'), en: consentText('en').hash }).toEqual({
      version: 1,
      hash: 'ae969d62aab562ac2fcb21ea3bfa4b7b0e8767388ab6393ccdcef54c5e5bfa0f',
      en: '4a96422a3c7df96560241447b7375eca08e9e87ce4eb689e0aef1e4fff554122',
    });
  });
});

describe('answerPage', () => {
  it('has one form for each answer, and each reason to decline in words', () => {
    const document = answerPage(page('de'));
    const answers = [...document.matchAll(/<button[^>]*name="answer" value="(\w+)"/g)];
    expect(answers.map(([, value]) => value)).toEqual(['INTERESTED', 'DECLINED', 'QUESTION']);
    const reasons = [...document.matchAll(/<option value="(\w+)"/g)].map(([, value]) => value);
    expect(reasons).toEqual(Object.values(DismissReason));
    expect(document).toContain('Freitag, 4. Dezember 2026');
    expect(document).toContain('Guter Vorschlag');
    expect(document).toContain('Ein Unternehmen im Landkreis Görlitz, Verarbeitendes Gewerbe');
    expect(document).not.toMatch(/<details[^>]* open/);
  });

  it('shows what was asked, and takes a reply to what waits', () => {
    const document = answerPage({ ...page('de'), exchanges: EXCHANGES });
    expect(document).toContain('<blockquote>Acht Prozent.</blockquote>');
    expect(document).toContain('Ab wann &lt;b&gt;geht&lt;/b&gt; es?');
    const answers = [...document.matchAll(/<button[^>]*name="answer" value="(\w+)"/g)];
    expect(answers.map(([, value]) => value)).toEqual([
      'REPLY',
      'INTERESTED',
      'DECLINED',
      'QUESTION',
    ]);
  });

  it('takes a reply alone from who said yes, and no question from who asked enough', () => {
    const values = (more: Partial<AnswerPage>) =>
      [...answerPage({ ...page('de'), ...more }).matchAll(/<button[^>]*value="(\w+)"/g)].map(
        ([, value]) => value,
      );
    expect(values({ exchanges: EXCHANGES, saidYes: true })).toEqual(['REPLY']);
    expect(values({ canAsk: false })).toEqual(['INTERESTED', 'DECLINED']);
  });

  it('says what was done before', () => {
    expect(answerPage({ ...page('en'), notice: 'TAKEN_BACK' })).toContain('has been taken back');
    expect(answerPage({ ...page('de'), notice: 'QUESTION_ASKED' })).toContain('Ihre Frage liegt');
  });
});

describe('problemPage', () => {
  it('names the problem at its field and keeps what was typed', () => {
    const document = problemPage(page('de'), {
      answer: 'DECLINED',
      reason: 'OTHER',
      note: '\n  zwei\nZeilen </textarea>',
      problems: [{ path: 'note', problem: 'tooLong', values: { max: 2000 } }],
    });
    expect(document).toMatch(/<option value="OTHER"\s+selected>/);
    expect(document).toContain('>\n\n  zwei\nZeilen &lt;/textarea&gt;</textarea');
    expect(document).toMatch(
      /aria-invalid="true" aria-describedby="declined-note-problem" autofocus/,
    );
    expect(document).toMatch(/id="declined-note-problem">\s*Höchstens 2.000 Zeichen\./);
    expect(document).toContain('href="#declined-note"');
    expect(document.match(/<details[^>]* open/g)).toHaveLength(1);
  });

  it('says a problem that belongs to no field', () => {
    const document = problemPage(page('en'), {
      answer: 'INTERESTED',
      reason: '',
      note: '',
      problems: [{ path: 'answer', problem: 'notAllowedValue' }],
    });
    expect(document).toContain('This value is not one of the choices.');
    expect(document).not.toContain('href="#');
  });
});

describe('answeredPage', () => {
  const form = 'value="TAKE_BACK"';
  const { operator, other } = page('de');
  const base = { locale: 'de' as const, operator, otherTitle: other.title };

  it('offers to take a yes back only while that is possible', () => {
    const yes = { ...base, outcome: 'INTERESTED' } as const;
    expect(answeredPage({ ...yes, canTakeBack: true })).toContain(form);
    expect(answeredPage({ ...yes, canTakeBack: false })).not.toContain(form);
    expect(answeredPage({ ...base, outcome: 'DECLINED', canTakeBack: true })).not.toContain(form);
  });
});

describe('html', () => {
  it('escapes values and leaves out what is not there', () => {
    const items = ['<i>', '&'].map((item) => html`<b>${item}</b>`);
    const list = html`<p title="${'"\''}">${items}${null}${false}${0}</p>`;
    expect(list.toString()).toBe('<p title="&quot;&#39;"><b>&lt;i&gt;</b><b>&amp;</b>0</p>');
    expect(escapeHtml('&lt;')).toBe('&amp;lt;');
  });

  it('keeps the structure of a page whatever people typed', () => {
    const plain = tagNames(answerPage(page('de')));
    const hostile = fc.oneof(fc.string(), fc.constantFrom('</style><script>', '"><img src=x>'));
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, summary, name) => {
        const input = page('de');
        const document = answerPage({
          ...input,
          recipientName: name,
          ownTitle: title,
          other: { ...input.other, title, summary, organisation: name },
          reasons: [summary],
        });
        expect(tagNames(document)).toEqual(plain);
      }),
    );
  });
});
