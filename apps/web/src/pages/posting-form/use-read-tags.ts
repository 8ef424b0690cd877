import { skipToken, useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { ReadTagsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import type { PostingFormState } from './form-state.js';
import { takeTags, textToRead, type ReadTag } from './read-tags.js';

/** Long enough for the next word, short enough to be there with the next field. */
const SETTLED_AFTER_MS = 700;
const ASKED_FOR = 12;

interface Reading {
  /** Whether tags are taken into the form by themselves, or only offered. */
  readonly takes: boolean;
  /** Whether the text was there before the form: what its author made of it then stays. */
  readonly isStored: boolean;
}

/** Reads what is typed for tags: the plain ones are taken, the others are returned. */
export function useReadTags(
  form: PostingFormState,
  { takes, isStored }: Reading,
): readonly ReadTag[] {
  const { locale } = useText();
  const { tags, language } = form.values;
  const [text] = useDebouncedValue(textToRead(form.values), SETTLED_AFTER_MS);
  const { data, previousData } = useQuery(
    ReadTagsDocument,
    text === ''
      ? skipToken
      : { variables: { text, language, locale, first: ASKED_FOR }, fetchPolicy: 'no-cache' },
  );

  // Whatever was in the form once and is not any more was removed by its author.
  const removed = useRef(new Set<string>());
  const before = useRef(tags);
  useEffect(() => {
    for (const { id } of before.current) removed.current.add(id);
    for (const { id } of tags) removed.current.delete(id);
    before.current = tags;
  }, [tags]);

  const isFirst = useRef(isStored);
  const found = data?.suggestTags;
  const { getValues, setFieldValue, clearFieldError } = form;
  useEffect(() => {
    if (found === undefined) return;
    if (isFirst.current) for (const { tag } of found) removed.current.add(tag.id);
    isFirst.current = false;
    if (!takes) return;
    const chosen = getValues().tags;
    const next = takeTags(chosen, found, removed.current);
    if (next === chosen) return;
    // What goes because the text changed was not removed by anybody.
    before.current = before.current.filter(({ id }) => next.some((tag) => tag.id === id));
    clearFieldError('tags');
    setFieldValue('tags', [...next]);
  }, [found, takes, getValues, setFieldValue, clearFieldError]);

  const offered = (data ?? previousData)?.suggestTags ?? [];
  return text === '' ? [] : offered.filter(({ tag }) => !tags.some(({ id }) => id === tag.id));
}
