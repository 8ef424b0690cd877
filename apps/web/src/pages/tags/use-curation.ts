import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  ApproveTagDocument,
  DeprecateTagDocument,
  MergeTagsDocument,
  RejectTagDocument,
  ReopenTagDocument,
  UndoTagMergeDocument,
} from '../../graphql/generated/graphql.js';
import { refresh } from '../../graphql/refresh.js';
import { useText } from '../../lang/text.js';

/** What a tag is called, to speak of it. */
export interface NamedTag {
  readonly id: string;
  readonly label: string;
}

export type TagMove = 'approve' | 'deprecate' | 'reject';

export interface Curation {
  readonly move: (tag: NamedTag, move: TagMove) => Promise<boolean>;
  readonly merge: (from: NamedTag, into: NamedTag) => Promise<boolean>;
  readonly undoMerge: (id: string) => Promise<void>;
  /** Whether something is on its way: nothing is decided twice. */
  readonly busy: boolean;
}

const MOVES = {
  approve: ApproveTagDocument,
  deprecate: DeprecateTagDocument,
  reject: RejectTagDocument,
} as const;

/** How each is taken back: what was given up is approved again, what was rejected waits again. */
const BACK = { deprecate: ApproveTagDocument, reject: ReopenTagDocument } as const;

/** Decisions on tags; each says what was done and, where it can be, offers to take it back. */
export function useCuration(): Curation {
  const client = useApolloClient();
  const { t, locale } = useText();
  const { showDone, showError } = useToasts();
  const [busy, setBusy] = useState(false);

  /** Whatever is changed shows in lists, tree and details alike. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      // Fields that look tags up must not offer what they remember either.
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'tags', broadcast: false });
      await refresh(client);
      return true;
    } catch (error) {
      showError(error);
      return false;
    } finally {
      setBusy(false);
    }
  };

  const undoMerge = async (id: string): Promise<void> => {
    const work = () => client.mutate({ mutation: UndoTagMergeDocument, variables: { id, locale } });
    if (await run(work)) showDone(t('tags.mergeUndone'));
  };

  const move = async ({ id, label }: NamedTag, what: TagMove): Promise<boolean> => {
    const variables = { id, locale };
    const done = await run(() => client.mutate({ mutation: MOVES[what], variables }));
    if (!done) return false;
    const undo =
      what === 'approve'
        ? undefined
        : () => void run(() => client.mutate({ mutation: BACK[what], variables }));
    showDone(t(`tags.done.${what}`, { tag: label }), undo);
    return true;
  };

  const merge = async (from: NamedTag, into: NamedTag): Promise<boolean> => {
    let latest: string | undefined;
    const done = await run(async () => {
      const variables = { from: [from.id], into: into.id, locale };
      const { data } = await client.mutate({ mutation: MergeTagsDocument, variables });
      latest = data?.mergeTags.merges[0]?.id;
    });
    if (!done) return false;
    const merge = latest;
    const undo = merge === undefined ? undefined : () => void undoMerge(merge);
    showDone(t('tags.done.merge', { from: from.label, into: into.label }), undo);
    return true;
  };

  return { move, merge, undoMerge, busy };
}

export interface FinderProps {
  readonly current: string | null;
  readonly curation: Curation;
  readonly onOpen: (id: string) => void;
  readonly onMerge: (tag: NamedTag) => void;
}
