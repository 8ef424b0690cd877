import type { CooperationForm, District, Locale, TagWeight } from '@wilma/domain';

/** What a posting says in public. The same object stands for the same words: it is read once. */
export interface PostingWords {
  readonly locale: Locale;
  readonly title: string;
  /** Everything else that whoever may find it may read; never what is confidential. */
  readonly text: string;
}

/** What matching reads of a need or an offer. */
export interface MatchPosting {
  readonly id: string;
  readonly organisation: string;
  /** Organisations that it is never matched with. */
  readonly neverWith?: readonly string[];
  readonly tags: readonly { readonly tag: string; readonly weight: TagWeight }[];
  readonly words?: PostingWords;
  /** Where a classification names them; otherwise the roots above its tags. */
  readonly fields?: readonly string[];
  readonly forms: readonly CooperationForm[];
  /** Technology readiness level, 1 to 9. */
  readonly trl: number | null;
  /** The level a need wants to reach; offers have none. */
  readonly targetTrl?: number | null;
  readonly district: District | null;
  /** YYYY-MM-DD, as is `endsOn`; `endsOn` is the last day. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

type Party = Pick<MatchPosting, 'neverWith' | 'organisation'>;

/** Whether two postings may be matched: not within one organisation, nor against either's will. */
export const mayMeet = (one: Party, other: Party): boolean =>
  one.organisation !== other.organisation &&
  one.neverWith?.includes(other.organisation) !== true &&
  other.neverWith?.includes(one.organisation) !== true;
