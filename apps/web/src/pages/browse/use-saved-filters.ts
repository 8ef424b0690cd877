import { useMutation, useQuery } from '@apollo/client/react';
import type { PostingKind } from '@wilma/domain';
import { useToasts } from '../../components/toasts.js';
import { fieldErrorsOf } from '../../graphql/errors.js';
import {
  DeleteFilterDocument,
  MySavedFiltersDocument,
  RenameFilterDocument,
  SaveFilterDocument,
  type SavedFilterPartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { postingFilter, savedChoice, type BrowseFilter } from './browse-filter.js';

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
  const { showDone, showError } = useToasts();
  const { data } = useQuery(MySavedFiltersDocument, { variables: { kind } });
  // The API orders them by name.
  const again = { refetchQueries: [MySavedFiltersDocument], awaitRefetchQueries: true };
  const [saveFilter] = useMutation(SaveFilterDocument, again);
  const [renameFilter] = useMutation(RenameFilterDocument, again);
  const [deleteFilter] = useMutation(DeleteFilterDocument, again);

  const settled = async (change: Promise<unknown>): Promise<string | null> => {
    try {
      await change;
      return null;
    } catch (error) {
      const [first] = fieldErrorsOf(error);
      if (first === undefined) showError(error);
      return first?.message ?? t('browse.saved.failed');
    }
  };

  const save = (name: string, filter: BrowseFilter) =>
    settled(saveFilter({ variables: { kind, name, filter: postingFilter(filter) } }));

  return {
    saved: data?.mySavedFilters ?? [],
    save,
    rename: (id, name) => settled(renameFilter({ variables: { id, name } })),
    remove: (filter) => {
      const { id, name } = filter;
      deleteFilter({ variables: { id } })
        .then(() =>
          showDone(t('browse.saved.deleted', { name }), () => void save(name, savedChoice(filter))),
        )
        .catch(showError);
    },
  };
}
