import { describe, expect, it } from '@jest/globals';
import type { District, MatchStrength } from '@wilma/domain';
import { type Details, EVEN, GRAPH, need, offer } from './postings.fixture.js';
import { type Corpus, corpusOf, type MatchPosting, type Score, scorePair } from './index.js';

const FOUR = ['injection moulding', 'welding', 'hydrogen', 'heat pumps'];
const THREE = FOUR.slice(0, 3);
const WIDER = ['plastics', 'energy', 'production'];
const NARROWER_AND_TWO = ['micro moulding', 'welding', 'hydrogen'];
const FITTING = { forms: ['THESIS'], startsOn: '2026-03-01', endsOn: '2026-08-31' } as const;
const MISFIT = { forms: ['PILOT'], startsOn: '2027-01-01' } as const;
const PERFECT = { ...FITTING, trl: 5, district: 'COTTBUS' } as const;

const score = (asked: MatchPosting, given: MatchPosting, corpus: Corpus = EVEN): Score =>
  scorePair(asked, given, GRAPH, corpus);

describe('a score', () => {
  it.each<[string, [string[], Details, Details], number, MatchStrength]>([
    ['three of four, form and time fit', [THREE, FITTING, FITTING], 67, 'STRONG'],
    ['two and a narrower one, the same', [NARROWER_AND_TWO, FITTING, FITTING], 62, 'STRONG'],
    ['two of four, the same', [FOUR.slice(0, 2), FITTING, FITTING], 42, 'GOOD'],
    ['one of four, all else perfect', [['welding'], PERFECT, PERFECT], 25, 'POSSIBLE'],
    ['all four, all else perfect', [FOUR, PERFECT, PERFECT], 100, 'STRONG'],
    ['all four, nothing else known', [FOUR, {}, {}], 71, 'STRONG'],
    ['all four, neither form nor time fits', [FOUR, FITTING, MISFIT], 49, 'GOOD'],
    ['wider fields, all else perfect', [WIDER, PERFECT, PERFECT], 15, 'POSSIBLE'],
    ['nothing in common', [['chemistry'], PERFECT, PERFECT], 0, 'POSSIBLE'],
  ])('of %s', (_, [tags, asked, given], points, strength) => {
    expect(score(need(FOUR, asked), offer(tags, given))).toMatchObject({ points, strength });
  });

  it('is the topic as if nothing else fitted, then what each circumstance adds', () => {
    // .7679 × .4032 = 30.96: three of four tags, given and read, four of six stems, both fields.
    const { parts } = score(need(FOUR, FITTING), offer(THREE, FITTING));
    expect(parts).toMatchObject([
      { kind: 'TOPIC', points: 31, max: 40 },
      { kind: 'FORM', points: 13, max: 17 },
      { kind: 'MATURITY', points: 7, max: 15 },
      { kind: 'DISTRICT', points: 3, max: 8 },
      { kind: 'TIME', points: 13, max: 20 },
    ]);
  });

  it('says what each way to compare the topic brings, without those that the need leaves open', () => {
    const [topic] = score(need(FOUR, FITTING), offer(THREE, FITTING)).parts;
    expect(topic?.signals).toEqual([
      { kind: 'TAGS', points: 13, max: 17 },
      { kind: 'READ', points: 11, max: 14 },
      { kind: 'LABELS', points: 4, max: 6 },
      { kind: 'FIELD', points: 3, max: 3 },
    ]);
  });

  it('gives no part more than its maximum, however it is rounded', () => {
    // 40.32 + 17.28 + 5.30 + 4.19 + 10.06: the largest remainders but one are at their maxima.
    const wanted = need(THREE, { forms: ['THESIS'], targetTrl: 7 });
    const { parts } = score(wanted, offer(THREE, { forms: ['THESIS'], trl: 5 }));
    expect(parts.map(({ points }) => points)).toEqual([40, 17, 6, 4, 10]);
  });

  it('trusts one or two tags less than three', () => {
    const perfect = (tags: string[]): number =>
      score(need(tags, PERFECT), offer(tags, PERFECT)).points;
    expect([1, 2, 3].map((count) => perfect(FOUR.slice(0, count)))).toEqual([60, 80, 100]);
  });

  it('counts a tag by its weight and by how rare it is', () => {
    const weights = { welding: 3, hydrogen: 1 } as const;
    const asked = need(['welding', 'heat pumps', 'hydrogen'], { weights, ...PERFECT });
    expect(score(asked, offer(['welding'], PERFECT)).points).toBe(47);
    expect(score(asked, offer(['hydrogen'], PERFECT)).points).toBe(20);

    // ln(1 + 100/1) = 4.615 against ln(1 + 100/50) = 1.099, twice: 4.615 / 6.812 = .677 of the
    // tags, given (.43) and read (.36), and a fifth to a half of labels (.14) and fields (.07).
    const corpus = {
      documents: 99,
      frequency: new Map([
        ['hydrogen', 49],
        ['heat pumps', 49],
      ]),
    };
    const even = need(['welding', 'heat pumps', 'hydrogen'], PERFECT);
    expect(score(even, offer(['welding'], PERFECT), corpus).points).toBe(59);
    expect(score(even, offer(['hydrogen'], PERFECT), corpus).points).toBe(23);
  });

  it('takes the best answer to each tag, and one tag may answer several', () => {
    const asked = need(['micro moulding', 'injection moulding', 'welding'], PERFECT);
    expect(score(asked, offer(['plastics', 'injection moulding'], PERFECT)).points).toBe(50);
  });
});

describe('words', () => {
  const words = (text: string, locale: 'de' | 'en' = 'de') => ({
    words: { locale, title: '', text },
  });
  const points = (asked: MatchPosting, given: MatchPosting, kind: string): number => {
    const corpus = corpusOf([asked, given, offer(['chemistry'], words('Ganz anderes'))], GRAPH);
    const [topic] = score(asked, given, corpus).parts;
    return topic?.signals?.find((one) => one.kind === kind)?.points ?? 0;
  };

  it('are compared by their stems and the parts of compounds', () => {
    const asked = need(['welding'], words('Wir suchen Speicher für Wasserstoff'));
    expect(points(asked, offer([], words('Wasserstoffspeicher')), 'WORDS')).toBeGreaterThan(0);
    expect(points(asked, offer([], words('Imkerei')), 'WORDS')).toBe(0);
  });

  it('name tags that nobody has chosen', () => {
    const asked = need(['welding'], words('We want welding and electrolysis', 'en'));
    expect(points(asked, offer(['electrolysis'], words('')), 'READ')).toBeGreaterThan(0);
    const chosen = need(['electrolysis', 'welding']);
    const mentioned = offer([], words('Electrolysis here, electrolysis there.', 'en'));
    expect(points(chosen, mentioned, 'READ')).toBeGreaterThan(0);
  });

  it('count nothing where a side has none', () => {
    const asked = need(['welding'], words('welding', 'en'));
    expect(points(asked, offer(['welding']), 'WORDS')).toBe(0);
    expect(score(need(['welding']), offer(['welding'], words('x'))).parts[0]?.signals).toHaveLength(
      4,
    );
  });
});

describe('circumstances', () => {
  const pair = (asked: Partial<MatchPosting>, given: Partial<MatchPosting>): number =>
    score(need(THREE, { ...PERFECT, ...asked }), offer(THREE, { ...PERFECT, ...given })).points;

  it.each([
    { asked: ['THESIS'], given: ['THESIS', 'PILOT'], points: 100 },
    { asked: ['THESIS', 'PILOT'], given: ['THESIS'], points: 95 },
    { asked: ['THESIS'], given: ['PILOT'], points: 70 },
    { asked: [], given: ['PILOT'], points: 88 },
    { asked: ['THESIS'], given: [], points: 88 },
  ] as const)('forms $asked and $given: $points', ({ asked, given, points }) => {
    expect(pair({ forms: asked }, { forms: given })).toBe(points);
  });

  it.each([
    { trl: 6, targetTrl: null, given: 6, points: 100 },
    { trl: 3, targetTrl: 6, given: 6, points: 100 },
    { trl: 3, targetTrl: 6, given: 5, points: 92 },
    { trl: 3, targetTrl: 6, given: 3, points: 84 },
    { trl: 3, targetTrl: 6, given: 8, points: 92 },
    { trl: null, targetTrl: null, given: 6, points: 92 },
    { trl: 6, targetTrl: null, given: null, points: 92 },
  ])('TRL $trl, wanted $targetTrl, offered $given: $points', ({ given, points, ...asked }) => {
    expect(pair(asked, { trl: given })).toBe(points);
  });

  it.each<[District | null, District | null, number]>([
    ['BAUTZEN', 'BAUTZEN', 100],
    ['COTTBUS', 'SPREE_NEISSE', 98],
    ['DAHME_SPREEWALD', 'GOERLITZ', 91],
    ['COTTBUS', 'ELSEWHERE', 90],
    ['ELSEWHERE', 'ELSEWHERE', 90],
    [null, 'COTTBUS', 96],
    ['COTTBUS', null, 96],
  ])('districts %s and %s: %i', (asked, given, points) => {
    expect(pair({ district: asked }, { district: given })).toBe(points);
  });

  const [SPRING, AUTUMN] = [
    { startsOn: '2026-03-01', endsOn: '2026-05-31' },
    { startsOn: '2026-09-01', endsOn: '2026-11-30' },
  ];
  it.each([
    { asked: SPRING, given: SPRING, points: 100 },
    { asked: SPRING, given: { startsOn: null, endsOn: '2026-03-31' }, points: 86 }, // 31 of 92 days
    { asked: SPRING, given: { startsOn: '2026-01-01', endsOn: null }, points: 100 },
    { asked: SPRING, given: AUTUMN, points: 80 },
    { asked: { startsOn: '2026-01-01', endsOn: null }, given: SPRING, points: 85 }, // 92 of 365
    { asked: { startsOn: null, endsOn: '2026-12-31' }, given: SPRING, points: 85 },
    { asked: { startsOn: null, endsOn: null }, given: SPRING, points: 92 },
    { asked: SPRING, given: { startsOn: null, endsOn: null }, points: 92 },
    { asked: SPRING, given: { startsOn: '2026-06-01', endsOn: '2026-01-01' }, points: 92 },
  ])('time $asked and $given: $points', ({ asked, given, points }) => {
    expect(pair(asked, given)).toBe(points);
  });

  it('does not let silence beat a good fit, nor punish it like a misfit', () => {
    const misfit = { forms: ['PILOT'], trl: 1, district: 'GOERLITZ', ...AUTUMN } as const;
    const silence = { forms: [], trl: null, district: null, startsOn: null, endsOn: null };
    expect(pair({}, {})).toBeGreaterThan(pair({}, silence));
    for (const key of ['forms', 'trl', 'district'] as const) {
      expect(pair({}, { [key]: silence[key] })).toBeGreaterThan(pair({}, { [key]: misfit[key] }));
    }
  });
});
