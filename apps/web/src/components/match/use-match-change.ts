import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { failureOf, fieldErrorsOf, type FieldError } from '../../graphql/errors.js';
import { refresh } from '../../graphql/refresh.js';
import { useToasts } from '../toasts.js';

/** What came of a change: the fields that were refused, none where it was made. */
export type Refusals = readonly FieldError[] | null;

/** Changes a match: says in a toast what came of it, and hands refused fields to the form. */
export function useMatchChange() {
  const { showDone, showError } = useToasts();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);

  const change = async (work: () => Promise<unknown>, done: string): Promise<Refusals> => {
    setBusy(true);
    try {
      await work();
      showDone(done);
      return null;
    } catch (error) {
      const refused = fieldErrorsOf(error);
      if (refused.length === 0) showError(error);
      // The match moved on meanwhile: show where it stands.
      if (failureOf(error) === 'CONFLICT') await refresh(client);
      return refused;
    } finally {
      setBusy(false);
    }
  };

  return { change, busy };
}
