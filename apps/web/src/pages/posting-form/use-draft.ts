import { useApolloClient } from '@apollo/client/react';
import type { PostingConfirmation, PostingKind, PostingState } from '@wilma/domain';
import { useCallback, useRef, useState } from 'react';
import { fieldErrorsOf, failureOf, type Failure, type FieldError } from '../../graphql/errors.js';
import {
  CreateNeedDocument,
  CreateOfferDocument,
  NeedDocument,
  OfferDocument,
  type RevealingPartsFragment,
  UpdateNeedDocument,
  UpdateOfferDocument,
} from '../../graphql/generated/graphql.js';
import { fingerprint, needInput, offerInput, type PostingFormValues } from './form-values.js';

export interface StoredPosting {
  readonly id: string;
  readonly version: number;
  readonly state: PostingState;
  /** Null where it is the author's own and nobody else is asked. */
  readonly confirmation: PostingConfirmation | null;
  /** What in its texts tells whose it is. */
  readonly revealing: RevealingPartsFragment['revealing'];
  /** What it would tell of its owner if it were published without the name. */
  readonly blindedAs: RevealingPartsFragment['blindedAs'];
}

export type SaveStatus =
  | { readonly is: 'unsaved' | 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'failed'; readonly failure: Failure };

export type SaveResult =
  | { readonly ok: true; readonly stored: StoredPosting }
  | { readonly ok: false; readonly failure: Failure; readonly fields: readonly FieldError[] };

export interface Draft {
  readonly stored: StoredPosting | null;
  readonly status: SaveStatus;
  /** Whether these values differ from what the server has. */
  readonly isChanged: (values: PostingFormValues) => boolean;
  /** Saves after any save that is still on its way; never throws. */
  readonly save: (values: PostingFormValues) => Promise<SaveResult>;
  /** Takes the server's newest version as the one to write over. */
  readonly adoptNewest: () => Promise<void>;
}

/** Keeps a posting on the server: creates it with the first save, updates it with every other. */
export function useDraft(
  kind: PostingKind,
  initial: { readonly stored: StoredPosting | null; readonly values: PostingFormValues },
): Draft {
  const client = useApolloClient();
  const [stored, setStored] = useState(initial.stored);
  const [status, setStatus] = useState<SaveStatus>({ is: 'unsaved' });
  // The chain of saves runs between renders: what it needs to know is kept outside of them.
  const current = useRef(initial.stored);
  const savedPrint = useRef(initial.stored ? fingerprint(kind, initial.values) : null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const write = useCallback(
    async (values: PostingFormValues): Promise<StoredPosting> => {
      const posting = current.current;
      if (kind === 'NEED') {
        const input = needInput(values);
        if (posting) {
          const { id, version } = posting;
          const variables = { id, version, input };
          const { data } = await client.mutate({ mutation: UpdateNeedDocument, variables });
          return required(data?.updateNeed);
        }
        const organisation = values.organisation || null;
        const { data } = await client.mutate({
          mutation: CreateNeedDocument,
          variables: { input: { ...input, organisation } },
        });
        return required(data?.createNeed);
      }
      const input = offerInput(values);
      if (posting) {
        const { id, version } = posting;
        const variables = { id, version, input };
        const { data } = await client.mutate({ mutation: UpdateOfferDocument, variables });
        return required(data?.updateOffer);
      }
      const organisation = values.organisation || null;
      const { data } = await client.mutate({
        mutation: CreateOfferDocument,
        variables: { input: { ...input, organisation } },
      });
      return required(data?.createOffer);
    },
    [client, kind],
  );

  const isChanged = useCallback(
    (values: PostingFormValues) => fingerprint(kind, values) !== savedPrint.current,
    [kind],
  );

  const saveNow = useCallback(
    async (values: PostingFormValues): Promise<SaveResult> => {
      if (current.current && !isChanged(values)) return { ok: true, stored: current.current };
      setStatus({ is: 'saving' });
      try {
        const saved = await write(values);
        current.current = saved;
        savedPrint.current = fingerprint(kind, values);
        setStored(saved);
        setStatus({ is: 'saved', at: new Date() });
        return { ok: true, stored: saved };
      } catch (error) {
        const failure = failureOf(error);
        setStatus({ is: 'failed', failure });
        return { ok: false, failure, fields: fieldErrorsOf(error) };
      }
    },
    [isChanged, kind, write],
  );

  const save = useCallback(
    (values: PostingFormValues): Promise<SaveResult> => {
      const result = queue.current.then(() => saveNow(values));
      queue.current = result;
      return result;
    },
    [saveNow],
  );

  const adoptNewest = useCallback(async () => {
    const posting = current.current;
    if (!posting) return;
    const variables = { id: posting.id };
    const { data } =
      kind === 'NEED'
        ? await client.query({ query: NeedDocument, variables, fetchPolicy: 'network-only' })
        : await client.query({ query: OfferDocument, variables, fetchPolicy: 'network-only' });
    const newest = data && ('need' in data ? data.need : data.offer);
    if (!newest) return;
    const { id, version, state, confirmation, revealing, blindedAs } = newest;
    current.current = { id, version, state, confirmation, revealing, blindedAs };
  }, [client, kind]);

  return { stored, status, isChanged, save, adoptNewest };
}

function required<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('the server answered without data');
  return value;
}
