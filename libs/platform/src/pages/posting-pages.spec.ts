import { describe, expect, it } from '@jest/globals';
import { type Locale, Visibility } from '@wilma/domain';
import fc from 'fast-check';
import {
  confirmedPage,
  confirmPage,
  type ConfirmPage,
  overPage,
  refusedPage,
  renewedPage,
  renewPage,
  restingPage,
} from './index.js';
import { postingDe } from './messages/posting-de.js';
import { postingEn } from './messages/posting-en.js';

const END = new Date('2026-12-04T22:30:00Z');

const page = (locale: Locale): ConfirmPage => ({
  locale,
  operator: {
    name: 'Beispielnetzwerk e. V.',
    imprintUrl: 'https://wilma.example/imprint',
    publicUrl: 'https://wilma.example',
  },
  recipientName: 'Erika Muster',
  organisation: 'Glaswerk Beispiel',
  visibility: 'NAMED',
  contact: { name: 'Erika Muster', mail: 'erika@glaswerk.example', phone: '+49 3588 1' },
  shown: {
    kind: 'NEED',
    title: 'Risse früh erkennen (Beispiel)',
    summary: 'Risse in der Wanne.',
    organisation: 'Glaswerk Beispiel',
    district: 'GOERLITZ',
    sector: null,
    sizeClass: null,
    cooperationForms: ['THESIS'],
    budget: 'OPEN',
    startsOn: null,
    trl: 3,
  },
  description: 'Absatz eins.\n\nAbsatz zwei.',
  tags: ['Glasschmelze', 'Sintern'],
  version: 7,
  demo: true,
  changed: false,
});

const all = (locale: Locale): [string, string][] => {
  const { operator } = page(locale);
  const frame = { locale, operator };
  return [
    ['confirm', confirmPage(page(locale))],
    ['changed', confirmPage({ ...page(locale), changed: true })],
    ['renew', renewPage({ ...page(locale), endsOn: END })],
    ['renew, over', renewPage({ ...page(locale), endsOn: null })],
    ['confirmed', confirmedPage(frame, true)],
    ['confirmed, to be reviewed', confirmedPage(frame, false)],
    ['refused', refusedPage(frame)],
    ['resting', restingPage(frame)],
    ['over', overPage(frame)],
    ['renewed', renewedPage(frame, END)],
  ];
};

const tagNames = (text: string): string[] => text.match(/<\/?[a-z][a-z0-9]*/g) ?? [];

describe.each(['de', 'en'] as const)('every page (%s)', (locale) => {
  it.each(all(locale))('%s is whole, quiet and inert', (_name, document) => {
    expect(document).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${locale}">`));
    expect(document).toContain('<meta name="referrer" content="no-referrer"');
    expect(document).toContain('Beispielnetzwerk e. V.');
    expect(document).not.toMatch(/<(script|link|img|iframe)\b|\son\w+=|@import|url\(/);
    expect(document).not.toMatch(/<form(?! method="post">)/);
    expect(document).not.toMatch(/undefined|\[object|mailto:|tel:|>null</);
  });
});

describe('confirmPage', () => {
  it('shows all that would be published, and acts on no other version', () => {
    const document = confirmPage(page('de'));
    for (const part of ['Absatz eins.', 'Absatz zwei.', 'Glasschmelze, Sintern', 'Görlitz']) {
      expect(document).toContain(part);
    }
    const decisions = [...document.matchAll(/name="decision" value="(\w+)"/g)];
    expect(decisions.map(([, value]) => value)).toEqual(['CONFIRM', 'REFUSE']);
    expect(document.match(/name="version" value="7"/g)).toHaveLength(2);
  });

  it('says for each visibility what happens to the name', () => {
    const documents = Object.values(Visibility).map((visibility) =>
      confirmPage({ ...page('de'), visibility }),
    );
    expect(documents[0]).toContain('Der Name Ihrer Organisation steht dabei.');
    expect(documents[1]).toContain('steht nicht dabei');
    expect(documents[2]).toContain('wird nirgends veröffentlicht');
  });

  it('keeps its structure whatever people typed', () => {
    const plain = tagNames(confirmPage(page('de')));
    const hostile = fc
      .oneof(fc.string(), fc.constantFrom('</style><script>', '"><img src=x>'))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const input = page('de');
        const document = confirmPage({
          ...input,
          recipientName: one,
          organisation: other,
          tags: [one, other],
          contact: { name: one, mail: other, phone: one },
          description: `${one.replaceAll('\n', '')}\n\n${other.replaceAll('\n', '')}`,
          shown: { ...input.shown, title: one, summary: other, organisation: one },
        });
        expect(tagNames(document)).toEqual(plain);
      }),
    );
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
