import fc, { type Arbitrary } from 'fast-check';

/** Texts that have broken programs before. */
const KNOWN_TROUBLE = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202egnp.exe',
  '\ufeff',
  '\ufffe\uffff',
  '👩‍👩‍👧‍👦'.repeat(50),
  'a\u0300'.repeat(500),
  'ﷺ'.repeat(300),
  "'; DROP TABLE posting; --",
  '" OR ""="',
  '%',
  '_%\\',
  '\\',
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=HYPERLINK("https://evil.example")',
  'a@b.example\r\nBcc: c@d.example',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  'https://127.0.0.1:5432/',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  '((((((((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+',
  '-'.repeat(5_000),
  'Ä'.repeat(20_000),
  'a b '.repeat(10_000),
  '1'.repeat(400),
  '0000-00-00',
  '2026-02-30',
  '2026-02-30T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
];

export const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN_TROUBLE) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) },
);

export const plainText: Arbitrary<string> = fc.oneof(
  fc.constantFrom('Risse im Glas', 'Bildverarbeitung', 'Fernwärme', 'Glass', 'KI', 'a'),
  fc.lorem({ maxCount: 40, mode: 'words' }),
);

export const anyInt: Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: -10, max: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1e308, -0, 1.5, '1', true),
  },
);

export const anyDay: Arbitrary<unknown> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  },
  { weight: 1, arbitrary: hostileText },
);

export const anyMoment: Arbitrary<unknown> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  },
  { weight: 1, arbitrary: fc.oneof(hostileText, fc.double(), fc.integer()) },
);

/** What no type of ours is. */
export const anythingElse: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, {}, [], [[]], [null], true, -1, Number.MAX_VALUE, { toString: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
  hostileText,
);
