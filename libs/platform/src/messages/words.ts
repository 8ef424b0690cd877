import type { PostingKind, VocabularyNames } from '@wilma/domain';

/** What the values of the vocabularies are called by people, and who stands behind them. */
export interface Words extends VocabularyNames {
  /** Who acted and was erased since. */
  readonly formerMember: string;
  readonly postingKind: Readonly<Record<PostingKind, string>>;
  /** Who stands behind a posting whose organisation is not released, to open a sentence. */
  readonly someone: Readonly<Record<PostingKind, string>>;
}
