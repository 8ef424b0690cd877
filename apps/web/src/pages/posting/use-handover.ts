import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  TransferPostingDocument,
  UpdateNeedDocument,
  UpdateOfferDocument,
  type ContactInput,
} from '../../graphql/generated/graphql.js';
import { fieldErrorsOf, type FieldError } from '../../graphql/errors.js';
import { refresh } from '../../graphql/refresh.js';
import { useText } from '../../lang/text.js';
import type { ShownPosting } from './shown-posting.js';

export interface Handover {
  /** Id; null where the posting stays with its organisation. */
  readonly organisation: string | null;
  /** Null where the contact stays. */
  readonly contact: ContactInput | null;
}

/** Hands a posting over: to another organisation, or to a colleague by naming them as its contact. */
export function useHandover(posting: ShownPosting) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [transfer] = useMutation(TransferPostingDocument);
  const [updateNeed] = useMutation(UpdateNeedDocument);
  const [updateOffer] = useMutation(UpdateOfferDocument);
  const { id, version } = posting;

  const send = ({ organisation, contact }: Handover): Promise<unknown> => {
    if (organisation !== null) {
      return transfer({ variables: { id, version, organisation, contact } });
    }
    const update = posting.kind === 'NEED' ? updateNeed : updateOffer;
    return update({ variables: { id, version, input: { contact } } });
  };

  /** Resolves with what was refused; null where it was done. Other failures were said in a toast. */
  const handOver = async (handover: Handover): Promise<readonly FieldError[] | null> => {
    setBusy(true);
    try {
      await send(handover);
      showDone(t('handover.done'));
      await refresh(client);
      return null;
    } catch (error) {
      const fields = fieldErrorsOf(error);
      if (fields.length === 0) showError(error);
      return fields;
    } finally {
      setBusy(false);
    }
  };

  return { busy, handOver };
}
