import { skipToken, useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { findProblems } from '../../components/posting/problems.js';
import {
  type NeedInput,
  PreviewMatchesDocument,
  type PreviewMatchesQuery,
} from '../../graphql/generated/graphql.js';
import { needInput, type PostingFormValues } from './form-values.js';

const SETTLED_AFTER_MS = 900;
const SHOWN = 3;

export type PreviewedMatches = PreviewMatchesQuery['previewMatches'];

/** Null as long as too little is said to find anything by. */
function previewedInput(values: PostingFormValues): NeedInput | null {
  const isEnough = values.tags.length > 0 && findProblems(values, 'save').length === 0;
  if (!isEnough) return null;
  // Neither who is asked nor whom it is kept from matters, and neither may be half written.
  const {
    contact: _contact,
    neverMatchWith: _never,
    confidential: _secret,
    ...rest
  } = needInput(values);
  return { ...rest, organisation: values.organisation || null };
}

/** The offers that a need would find as it is written now; undefined until it is known. */
export function useMatchPreview(values: PostingFormValues): {
  readonly isEnough: boolean;
  readonly found: PreviewedMatches | undefined;
} {
  const input = previewedInput(values);
  const [settled] = useDebouncedValue(JSON.stringify(input), SETTLED_AFTER_MS);
  const asked = useMemo(() => JSON.parse(settled) as NeedInput | null, [settled]);
  const { data, previousData } = useQuery(
    PreviewMatchesDocument,
    asked === null
      ? skipToken
      : { variables: { input: asked, first: SHOWN }, fetchPolicy: 'no-cache' },
  );
  return { isEnough: input !== null, found: (data ?? previousData)?.previewMatches };
}
