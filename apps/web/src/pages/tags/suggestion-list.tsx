import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowMerge, IconCheck, IconX } from '@tabler/icons-react';
import { ErrorView } from '../../components/error-view.js';
import {
  TagSuggestionsDocument,
  type TagSuggestionsQuery,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './tags-page.module.css';
import type { FinderProps } from './use-curation.js';

type Suggestion = TagSuggestionsQuery['tagSuggestions'][number];

/** Words that people suggested, the most used first; each is decided where it stands. */
export function SuggestionList(props: FinderProps) {
  const { t, locale } = useText();
  const { data, error, refetch } = useQuery(TagSuggestionsDocument, { variables: { locale } });
  const waiting = data?.tagSuggestions;
  return (
    <>
      <h2 className={classes.groupTitle}>{t('tags.suggestionsTitle')}</h2>
      <p className={classes.none} role="status">
        {waiting?.length === 0 && t('tags.noSuggestions')}
        {waiting && waiting.length > 0 && t('tags.suggestions', { count: waiting.length })}
      </p>
      {error && !waiting && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!error && !waiting && <Skeleton h={70} m="sm" w="auto" />}
      <ul className={classes.rows}>
        {waiting?.map((tag) => (
          <li key={tag.id} data-current={tag.id === props.current || undefined}>
            <SuggestionRow tag={tag} {...props} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SuggestionRow({ tag, curation, onOpen, onMerge }: FinderProps & { tag: Suggestion }) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const { busy, move } = curation;
  const uses = t('tags.uses', { count: tag.usage?.postings ?? 0 });
  const origin = [tag.suggestedBy?.name, tag.suggestedAt && relativeDay(tag.suggestedAt), uses];
  return (
    <div className={classes.suggestion}>
      <UnstyledButton className={classes.suggestionName} onClick={() => onOpen(tag.id)}>
        <span className={classes.rowLabel}>{tag.label}</span>
        <span className={classes.origin}>{origin.filter(Boolean).join(' · ')}</span>
      </UnstyledButton>
      <div className={classes.decide}>
        <Button
          size="compact-sm"
          disabled={busy}
          leftSection={<IconCheck size={15} aria-hidden />}
          aria-label={t('tags.approveTag', { tag: tag.label })}
          onClick={() => void move(tag, 'approve')}
        >
          {t('tags.approve')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          leftSection={<IconArrowMerge size={15} aria-hidden />}
          aria-label={t('tags.mergeTag', { tag: tag.label })}
          onClick={() => onMerge(tag)}
        >
          {t('tags.merge')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          leftSection={<IconX size={15} aria-hidden />}
          aria-label={t('tags.rejectTag', { tag: tag.label })}
          onClick={() => void move(tag, 'reject')}
        >
          {t('tags.reject')}
        </Button>
      </div>
    </div>
  );
}
