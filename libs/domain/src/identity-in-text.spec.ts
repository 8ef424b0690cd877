import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Identity, revealsIdentity } from './index.js';

const identity: Identity = {
  organisations: ['Müller & Söhne Glaswerk Görlitz GmbH', 'BTU Beispielstadt'],
  hosts: ['https://www.glaswerk.example/kontakt', 'info@mueller-glas.example'],
  people: ['Prof. Dr. Erika Klein'],
  phones: ['+49 (0)3581 123-456', '0171/98765'],
};

describe('revealsIdentity', () => {
  it.each([
    'Wir von Müller & Söhne Glaswerk Görlitz fragen.',
    'Hier MÜLLER UND SÖHNE GLASWERK GÖRLITZ',
    'Müller&Söhne-Glaswerk-Görlitz',
    'muller sohne glaswerk gorlitz',
    'An der BTU messen wir das.',
    'Ich heiße Erika Klein.',
    'Fragen Sie Frau Klein.',
    'Fragen Sie Prof. Klein.',
    'Mehr unter www.glaswerk.example.',
    'Siehe GLASWERK.EXAMPLE/anfrage',
    'Siehe mueller-glas.example',
    'Rufen Sie an: 03581 123456',
    'Rufen Sie an: 0049 3581-12 34 56',
    'Schreiben Sie an jemand@anderswo.example',
  ])('finds it in: %s', (text) => {
    expect(revealsIdentity(text, identity)).toBe(true);
  });

  it.each([
    'Wie heiß wird die Wanne?',
    'Ist die Probe zu klein für 1.234 Messungen?',
    'Ist ein Glaswerk in Görlitz schon Partner?',
    'Reicht TRL 4, und geht es ab 2027?',
    'Ein Betrieb mit 123 Beschäftigten und 45 Linien, 6 davon neu.',
    '',
  ])('finds nothing in: %s', (text) => {
    expect(revealsIdentity(text, identity)).toBe(false);
  });

  it('finds a name however it is written, wherever it stands', () => {
    const name = ['Technische', 'Werkstätten', 'Lübbenau'];
    const cased = fc.constantFrom(
      (word: string) => word,
      (word: string) => word.toUpperCase(),
      (word: string) => word.toLowerCase(),
      (word: string) => word.normalize('NFD'),
    );
    const gap = fc.constantFrom(' ', '-', '  ', '\n', ' & ', '', ' / ');
    const around = fc.constantFrom('', 'Wir, die ', ' fragen nach Glas.', ' (', '. ');
    fc.assert(
      fc.property(cased, gap, around, around, (style, between, before, after) => {
        const text = `${before} ${name.map(style).join(between)} ${after}`;
        const own = {
          organisations: [`${name.join(' ')} GmbH`],
          hosts: [],
          people: [],
          phones: [],
        };
        expect(revealsIdentity(text, own)).toBe(true);
      }),
    );
  });

  it('finds nothing where there is nothing to find', () => {
    const nobody = { organisations: [], hosts: [], people: [], phones: [] };
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(revealsIdentity(text.replaceAll('@', ''), nobody)).toBe(false);
      }),
    );
  });
});
