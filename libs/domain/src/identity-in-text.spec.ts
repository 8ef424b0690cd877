import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Identity, revealsIdentity, revelationsIn, tellingWords } from './identity-in-text.js';

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

describe('revelationsIn', () => {
  const own: Identity = {
    ...identity,
    words: ['duranit'],
    places: ['Weißwasser/O.L.'],
  };

  it('says what tells it, as it is written, each once', () => {
    const text = `MÜLLER&SÖHNE Glaswerk-Görlitz in Weißwasser/O.L. schmilzt DURANIT.
      Fragen Sie Frau Klein (03581 123 456, www.glaswerk.example, info@mueller-glas.example),
      noch einmal: Frau Klein.`;
    expect(revelationsIn(text, own)).toEqual([
      { kind: 'ADDRESS', quote: 'info@mueller-glas.example' },
      { kind: 'ADDRESS', quote: 'glaswerk.example' },
      { kind: 'ORGANISATION', quote: 'MÜLLER&SÖHNE Glaswerk-Görlitz' },
      { kind: 'ORGANISATION', quote: 'DURANIT' },
      { kind: 'PERSON', quote: 'Frau Klein' },
      { kind: 'PHONE', quote: '03581 123 456' },
      { kind: 'PLACE', quote: 'Weißwasser/O.L' },
    ]);
  });

  it('quotes what stands in the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(' Duranit ', ' BTU ', ' Weißwasser O.L.', ''),
        (text, word) => {
          const whole = `${text}${word}${text}`;
          for (const { quote } of revelationsIn(whole, own)) expect(whole).toContain(quote);
        },
      ),
    );
  });
});

describe('what tells who wrote a text', () => {
  const nobody: Identity = { organisations: [], hosts: [], people: [], phones: [] };

  it.each<[what: string, text: string, of: Partial<Identity>, quotes: string[]]>([
    ['ß as ss', 'Die Weiss Glas baut', { organisations: ['Weiß Glas'] }, ['Weiss Glas']],
    ['the last of names', 'Frau Klein', { people: ['Eva Maria Klein'] }, ['Frau Klein']],
    ['not a name between', 'Frau Maria', { people: ['Eva Maria Klein'] }, []],
    ['a host by http', 'acme.example baut', { hosts: ['http://acme.example'] }, ['acme.example']],
    ['no host', 'Wir bauen', { hosts: [''] }, []],
    ['no name', 'Wir bauen', { organisations: ['GmbH'] }, []],
    ['no number that is short', 'Teil 12345', { phones: ['12345'] }, []],
    ['no number of no digits', 'Teil 12345', { phones: ['-'] }, []],
    [
      'a number in brackets',
      '(+49 355 691234 -) ',
      { phones: ['0355 691234'] },
      ['+49 355 691234'],
    ],
    ['a mail at an end', 'An a@b.example?!', {}, ['a@b.example']],
    [
      'the longer of two',
      'Anna Klein',
      { organisations: ['Klein'], people: ['Anna Klein'] },
      ['Anna Klein'],
    ],
    ['an acronym', 'Die BTU', { organisations: ['Labor der BTU in Cottbus'] }, ['BTU']],
    ['no part of a word', 'Die BTU', { organisations: ['LaborBTU', 'BTU2', '2BTU', 'BTUx'] }, []],
  ])('is %s: %s', (_what, text, of, quotes) => {
    const found = revelationsIn(text, { ...nobody, ...of });
    expect(found.map(({ quote }) => quote)).toEqual(quotes);
  });
});

describe('tellingWords', () => {
  it('are long enough, no numbers, and all that a host has before its ending', () => {
    expect(tellingWords(['Spree 1234567 24glas Glas'], ['glashaus.lausitz.example'])).toEqual([
      'spree',
      '24glas',
      'glashaus',
      'lausitz',
    ]);
  });

  it('are longer words of names and hosts', () => {
    expect(
      tellingWords(
        ['Duranit Glas GmbH & Co. KG'],
        ['https://www.duranit-glas24.example/x', 'a@b.example'],
      ),
    ).toEqual(['duranit', 'glas24']);
  });
});
