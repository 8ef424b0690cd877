import { useMutation, useQuery } from '@apollo/client/react';
import type { PostingKind } from '@wilma/domain';
import { useToasts } from '../../components/toasts.js';
import { fieldErrorsOf } from '../../graphql/errors.js';
import {
  DeleteFilterDocument,
  MySavedFiltersDocument,
  RenameFilterDocument,
  SaveFilterDocument,
  type PostingFilter,
  type SavedFilterPartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { postingFilter, savedWhole, type BrowseFilter } from './browse-filter.js';

export interface SavedFilters {
  readonly saved: readonly SavedFilterPartsFragment[];
  /** Each resolves to what is wrong with the name, in words; null once it is done. */
  readonly save: (name: string, filter: BrowseFilter) => Promise<string | null>;
  readonly rename: (id: string, name: string) => Promise<string | null>;
  readonly remove: (filter: SavedFilterPartsFragment) => void;
}

/** The filters that the person keeps for one kind. */
export function useSavedFilters(kind: PostingKind): SavedFilters {
  const { t } = useText();
  const { showDone, showError, showProblem } = useToasts();
  const { data, refetch } = useQuery(MySavedFiltersDocument, { variables: { kind } });
  const [saveFilter] = useMutation(SaveFilterDocument);
  const [renameFilter] = useMutation(RenameFilterDocument);
  const [deleteFilter] = useMutation(DeleteFilterDocument);

  /** The API orders them by name. What was changed stays changed if that does not answer. */
  const changed = async (change: Promise<unknown>): Promise<void> => {
    await change;
    await refetch().catch(() => undefined);
  };
  const settled = async (change: Promise<void>): Promise<string | null> => {
    try {
      await change;
      return null;
    } catch (error) {
      const [first] = fieldErrorsOf(error);
      if (first === undefined) showError(error);
      return first?.message ?? t('browse.saved.failed');
    }
  };

  const save = (name: string, filter: PostingFilter) =>
    changed(saveFilter({ variables: { kind, name, filter } }));

  const restore = (filter: SavedFilterPartsFragment) => {
    save(filter.name, savedWhole(filter)).catch((error: unknown) => {
      const [refused] = fieldErrorsOf(error);
      if (refused) showProblem(refused.message);
      else showError(error);
    });
  };

  return {
    saved: data?.mySavedFilters ?? [],
    save: (name, filter) => settled(save(name, postingFilter(filter))),
    rename: (id, name) => settled(changed(renameFilter({ variables: { id, name } }))),
    remove: (filter) => {
      const { id, name } = filter;
      changed(deleteFilter({ variables: { id } }))
        .then(() => showDone(t('browse.saved.deleted', { name }), () => restore(filter)))
        .catch(showError);
    },
  };
}
