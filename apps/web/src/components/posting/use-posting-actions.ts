import { useApolloClient } from '@apollo/client/react';
import type { PostingConfirmation, PostingState } from '@wilma/domain';
import { useState } from 'react';
import {
  ClosePostingDocument,
  PausePostingDocument,
  RenewPostingDocument,
  ResumePostingDocument,
  SubmitPostingDocument,
} from '../../graphql/generated/graphql.js';
import { failureOf } from '../../graphql/errors.js';
import { refresh } from '../../graphql/refresh.js';
import { useText, type MessageId } from '../../lang/text.js';
import { useToasts } from '../toasts.js';
import type { OwnerAction } from './owner-actions.js';

export interface ActedPosting {
  readonly id: string;
  readonly version: number;
  readonly state: PostingState;
}

interface SubmittedPosting {
  readonly state: PostingState;
  /** Not null where it was entered on somebody's behalf. */
  readonly confirmation: PostingConfirmation | null;
}

export interface PostingActions {
  /** The posting and action that are on their way. */
  readonly busy: { readonly id: string; readonly action: OwnerAction } | null;
  /** Resolves to whether it was done; what went wrong was said in a toast. */
  readonly run: (action: OwnerAction, posting: ActedPosting) => Promise<boolean>;
}

const DONE: Record<Exclude<OwnerAction, 'submit'>, MessageId> = {
  pause: 'posting.done.pause',
  resume: 'posting.done.resume',
  renew: 'posting.done.renew',
  close: 'posting.done.close',
};

/** Where a submission led: a verified organisation's posting is public at once. */
const submittedMessage = (posting: SubmittedPosting | undefined): MessageId => {
  if (posting?.state === 'PUBLISHED') return 'posting.done.publish';
  return posting?.confirmation === 'WAITING' ? 'posting.done.askContact' : 'posting.done.submit';
};

export function usePostingActions(): PostingActions {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const client = useApolloClient();
  const [busy, setBusy] = useState<PostingActions['busy']>(null);

  const mutate = async (action: OwnerAction, { id, version, state }: ActedPosting) => {
    const variables = { id, version };
    switch (action) {
      case 'submit': {
        const { data } = await client.mutate({ mutation: SubmitPostingDocument, variables });
        return submittedMessage(data?.submitPosting);
      }
      case 'pause':
        await client.mutate({ mutation: PausePostingDocument, variables });
        return DONE.pause;
      case 'resume':
        await client.mutate({ mutation: ResumePostingDocument, variables });
        return DONE.resume;
      case 'renew':
        await client.mutate({ mutation: RenewPostingDocument, variables });
        return DONE.renew;
      case 'close':
        await client.mutate({ mutation: ClosePostingDocument, variables });
        return state === 'DRAFT' ? 'posting.done.discard' : DONE.close;
    }
  };

  const run = async (action: OwnerAction, posting: ActedPosting) => {
    setBusy({ id: posting.id, action });
    try {
      showDone(t(await mutate(action, posting)));
      return true;
    } catch (error) {
      showError(error);
      // Somebody else was faster: show what it is now.
      if (failureOf(error) === 'CONFLICT') await refresh(client);
      return false;
    } finally {
      setBusy(null);
    }
  };

  return { busy, run };
}
