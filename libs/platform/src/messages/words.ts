import type {
  BudgetBand,
  CooperationForm,
  DismissReason,
  District,
  MatchStrength,
  PostingKind,
  SizeClass,
} from '@wilma/domain';

/** Sections of the German classification of economic activities (WZ 2008). */
export type Sector =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'
  | 'R'
  | 'S'
  | 'T'
  | 'U';

/** Technology readiness levels 1 to 9. */
export type ReadinessLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

type Labels<K extends string | number> = Readonly<Record<K, string>>;

/** What the values of the vocabularies are called by people. */
export interface Words {
  readonly postingKind: Labels<PostingKind>;
  readonly strength: Labels<MatchStrength>;
  readonly form: Labels<CooperationForm>;
  readonly budget: Labels<BudgetBand>;
  readonly district: Labels<District>;
  /** Where a party is, to follow its noun. */
  readonly inDistrict: Labels<District>;
  /** Who stands behind a posting whose organisation is not released, to open a sentence. */
  readonly someone: Labels<PostingKind>;
  readonly sector: Labels<Sector>;
  readonly size: Labels<SizeClass>;
  readonly readiness: Labels<ReadinessLevel>;
  readonly dismissReason: Labels<DismissReason>;
}
