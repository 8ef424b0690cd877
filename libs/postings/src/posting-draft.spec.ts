import { describe, expect, it } from '@jest/globals';
import type { FieldProblem } from '@wilma/domain';
import { checkWhole, columnsOf, matchingChanged } from './posting-draft.js';
import type { Posting } from './posting.entity.js';

type Patch = Parameters<typeof columnsOf>[0];
type Known = Parameters<typeof columnsOf>[1];

/** What is wrong by field, or nothing. */
function problemsOf(work: () => unknown): readonly FieldProblem[] {
  try {
    work();
    return [];
  } catch (error) {
    return (error as { fields: FieldProblem[] }).fields;
  }
}

const problem = (path: string, of: FieldProblem['problem']) => [{ path, problem: of }];

describe('columnsOf', () => {
  it('sets what is given and leaves the rest', () => {
    expect(columnsOf({ title: 'Titel', trl: 4, district: undefined }, {})).toEqual({
      title: 'Titel',
      trl: 4,
    });
    expect(columnsOf({}, { district: 'BAUTZEN' })).toEqual({});
  });

  it('leaves out what is no column: tags, and who posts', () => {
    const input = { title: 'Titel', tags: [{ tag: 'hydrogen' }], organisation: 'acme' } as Patch;
    expect(columnsOf(input, {})).toEqual({ title: 'Titel' });
  });

  it('keeps the kind of an offer where the kind of a posting is in its way', () => {
    expect(columnsOf({ kind: 'PATENT' }, {})).toEqual({ offerKind: 'PATENT' });
    expect(columnsOf({ kind: null }, {})).toEqual({ offerKind: null });
  });

  it('empties by null what may be empty', () => {
    const patch: object = {
      trl: null,
      endsOn: null,
      confidential: null,
      summary: null,
      description: null,
    };
    expect(columnsOf(patch, {})).toEqual({
      trl: null,
      endsOn: null,
      confidential: null,
      summary: '',
      description: '',
    });
  });

  it('takes null for not given where something must stand', () => {
    const patch = {
      language: null,
      visibility: null,
      cooperationForms: null,
      dois: null,
      contact: null,
    } as unknown as Patch;
    expect(columnsOf(patch, {})).toEqual({});
  });

  describe('a period', () => {
    const problems = (patch: Patch, known: Known = {}) => problemsOf(() => columnsOf(patch, known));

    it('may be one day, or open at either end', () => {
      expect(problems({ startsOn: '2026-11-04', endsOn: '2026-11-04' })).toEqual([]);
      expect(problems({ endsOn: '2026-11-04' })).toEqual([]);
      expect(problems({ startsOn: '2026-11-04', endsOn: null })).toEqual([]);
    });

    it('does not end before it starts', () => {
      expect(problems({ startsOn: '2026-11-04', endsOn: '2026-11-03' })).toEqual(
        problem('endsOn', 'endBeforeStart'),
      );
    });

    it('fits what is known already', () => {
      const known = { startsOn: '2026-11-04', endsOn: '2026-12-24' };
      const wrong = problem('endsOn', 'endBeforeStart');
      expect(problems({ endsOn: '2026-11-03' }, known)).toEqual(wrong);
      expect(problems({ startsOn: '2027-01-01' }, known)).toEqual(wrong);
      expect(problems({ startsOn: '2027-01-01', endsOn: null }, known)).toEqual([]);
      expect(problems({ startsOn: null, endsOn: '2026-11-03' }, known)).toEqual([]);
    });
  });

  describe('a blinded posting', () => {
    it('needs a district, since it is shown in place of the owner', () => {
      const blinded = () => columnsOf({ visibility: 'BLINDED' }, {});
      expect(problemsOf(blinded)).toEqual(problem('district', 'required'));
      const cleared = () => columnsOf({ district: null }, { visibility: 'BLINDED' });
      expect(problemsOf(cleared)).toEqual(problem('district', 'required'));
    });

    it('takes the one that is known where none is given', () => {
      const known = { district: 'BAUTZEN' } as const;
      expect(columnsOf({ visibility: 'BLINDED' }, known)).toEqual({
        visibility: 'BLINDED',
        district: 'BAUTZEN',
      });
      expect(columnsOf({ visibility: 'BLINDED', district: null }, known)).toMatchObject(known);
    });

    it('takes the one that is given before the one that is known', () => {
      const columns = columnsOf(
        { visibility: 'BLINDED', district: 'COTTBUS' },
        { district: 'BAUTZEN' },
      );
      expect(columns).toMatchObject({ district: 'COTTBUS' });
    });
  });

  it('lets who shows their name do without a district', () => {
    expect(columnsOf({ district: null }, { visibility: 'NAMED', district: 'BAUTZEN' })).toEqual({
      district: null,
    });
  });

  it('tells all that is wrong at once', () => {
    const patch = { visibility: 'BLINDED', startsOn: '2027-01-02', endsOn: '2027-01-01' } as const;
    expect(problemsOf(() => columnsOf(patch, {})).map(({ path }) => path)).toEqual([
      'endsOn',
      'district',
    ]);
  });
});

describe('checkWhole', () => {
  const check = (posting: Partial<Posting>, tags: number) =>
    problemsOf(() => checkWhole({ summary: '', description: '', ...posting } as Posting, tags));

  it('is content with a sentence or a description, and one tag', () => {
    expect(check({ summary: 'Ein Satz.' }, 1)).toEqual([]);
    expect(check({ description: 'Ein Text.' }, 12)).toEqual([]);
  });

  it('names what a reader or the matching would miss', () => {
    expect(check({}, 1)).toEqual(problem('summary', 'required'));
    expect(check({ summary: 'Ein Satz.' }, 0)).toEqual([
      { path: 'tags', problem: 'tooFew', values: { min: 1 } },
    ]);
    expect(check({}, 0).map(({ path }) => path)).toEqual(['summary', 'tags']);
  });
});

describe('matchingChanged', () => {
  const before = {
    title: 'Titel',
    cooperationForms: ['THESIS'],
    trl: null,
    startsOn: '2026-11-04',
    visibility: 'NAMED',
    confidential: null,
  } as unknown as Posting;

  it.each<[string, Record<string, unknown>]>([
    ['its title', { title: 'Neuer Titel' }],
    ['its forms', { cooperationForms: ['THESIS', 'PILOT'] }],
    ['something set', { trl: 4 }],
    ['something emptied', { startsOn: null }],
  ])('is so where a match would read or show it: %s', (_what, columns) => {
    expect(matchingChanged(before, columns)).toBe(true);
  });

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['the same again', { title: 'Titel', cooperationForms: ['THESIS'], trl: null }],
    ['what no match is computed from', { confidential: 'Geheim', visibility: 'BLINDED' }],
    ['nothing, though it is named', { title: undefined }],
  ])('is not so for %s', (_what, columns) => {
    expect(matchingChanged(before, columns)).toBe(false);
  });
});
