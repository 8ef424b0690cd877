import { useMutation } from '@apollo/client/react';
import type { Locale } from '@wilma/domain';
import { useToasts } from '../toasts.js';
import { SuggestTagDocument, type TagNameFragment } from '../../graphql/generated/graphql.js';
import { fieldErrorsOf } from '../../graphql/errors.js';

/** What became of a suggestion: a tag, or why not, where the reader can do something about it. */
export type Suggested = { readonly tag: TagNameFragment } | { readonly problem: string } | null;

/**
 * Suggests a word as a new tag; whatever fails otherwise is told in a toast.
 *
 * @param locale the language that the word belongs to
 */
export function useSuggestTag(locale: Locale): (label: string) => Promise<Suggested> {
  const { showError } = useToasts();
  const [send] = useMutation(SuggestTagDocument);
  return async (label) => {
    try {
      const { data } = await send({ variables: { label, locale } });
      return data ? { tag: data.suggestTag } : null;
    } catch (error) {
      const [problem] = fieldErrorsOf(error);
      if (problem) return { problem: problem.message };
      showError(error);
      return null;
    }
  };
}
