import { badInput, type District, type FieldProblem } from '@wilma/domain';
import type { Posting } from './posting.entity.js';
import type { NeedPatch, OfferPatch } from './posting.input.js';

type Patch = Partial<NeedPatch & OfferPatch>;
type Known = Partial<Pick<Posting, 'district' | 'endsOn' | 'startsOn' | 'visibility'>>;

/** Texts that are empty rather than null. */
const TEXTS = ['summary', 'description'] as const;
/** What keeps its default where null is sent. */
const DEFAULTED = [
  'language',
  'visibility',
  'cooperationForms',
  'dois',
  'contact',
  'neverMatchWith',
] as const;

/**
 * The columns that an input sets, checked against each other and what is `known` already.
 * @throws DomainError BAD_USER_INPUT by field
 */
export function columnsOf(patch: Patch, known: Known): Record<string, unknown> {
  const { tags: _tags, kind, ...rest } = patch as Patch & { organisation?: unknown };
  const columns: Record<string, unknown> = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => isSet(name, value)),
  );
  if (kind !== undefined) columns.offerKind = kind;
  for (const name of TEXTS) if (columns[name] === null) columns[name] = '';

  const after = { ...known, ...columns } as Known;
  if (after.visibility === 'BLINDED' && blank(columns.district) && !blank(known.district)) {
    columns.district = known.district;
  }
  const problems = problemsOf({
    ...after,
    district: (columns.district ?? after.district) as District,
  });
  if (problems.length > 0) throw badInput(...problems);
  return columns;
}

const isSet = (name: string, value: unknown): boolean =>
  value !== undefined &&
  name !== 'organisation' &&
  !(value === null && (DEFAULTED as readonly string[]).includes(name));

const blank = (value: unknown): boolean => value === null || value === undefined;

function problemsOf({ startsOn, endsOn, visibility, district }: Known): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!blank(startsOn) && !blank(endsOn) && (endsOn as string) < (startsOn as string)) {
    problems.push({ path: 'endsOn', problem: 'endBeforeStart' });
  }
  if (visibility === 'BLINDED' && blank(district)) {
    problems.push({ path: 'district', problem: 'required' });
  }
  return problems;
}

/** @throws DomainError BAD_USER_INPUT where a draft lacks what matching and readers need. */
export function checkWhole(posting: Posting, tags: number): void {
  const problems: FieldProblem[] = [];
  if (posting.summary === '' && posting.description === '') {
    problems.push({ path: 'summary', problem: 'required' });
  }
  if (tags === 0) problems.push({ path: 'tags', problem: 'tooFew', values: { min: 1 } });
  if (problems.length > 0) throw badInput(...problems);
}

/** What a match was computed from or shows; a change of it is a reason to match again. */
const MATCHED = [
  'title',
  'summary',
  'description',
  'cooperationForms',
  'trl',
  'targetTrl',
  'district',
  'startsOn',
  'endsOn',
  'neverMatchWith',
] as const;

export const matchingChanged = (before: Posting, columns: Record<string, unknown>): boolean =>
  MATCHED.some(
    (name) =>
      columns[name] !== undefined &&
      JSON.stringify(columns[name]) !== JSON.stringify((before as never)[name]),
  );
