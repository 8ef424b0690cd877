import { useQuery } from '@apollo/client/react';
import { Button, Skeleton, Title, UnstyledButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowMerge,
  IconArchive,
  IconCheck,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import type { Locale } from '@wilma/domain';
import { useEffect, useRef, useState } from 'react';
import { ErrorView } from '../../components/error-view.js';
import { TagStateBadge } from '../../components/state-badge.js';
import { CuratedTagDocument, type TagFullFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { TagForm } from './tag-form.js';
import classes from './tags-page.module.css';
import type { Curation, NamedTag } from './use-curation.js';

interface DetailProps {
  readonly id: string;
  readonly curation: Curation;
  readonly onOpen: (id: string | null) => void;
  readonly onMerge: (tag: NamedTag) => void;
}

/** One tag: its words, its place, where it came from, and what can be done with it. */
export function TagDetail({ id, ...props }: DetailProps) {
  const { t, locale } = useText();
  const [isEditing, setIsEditing] = useState(false);
  const { data, error, refetch } = useQuery(CuratedTagDocument, { variables: { id, locale } });
  const tag = data?.tag;
  if (error && !tag) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!tag) return <Skeleton h={260} m="lg" w="auto" />;
  return (
    <>
      <div className={classes.scroll}>
        <div className={classes.detailBody}>
          <Button
            className={classes.back}
            variant="subtle"
            size="compact-md"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => props.onOpen(null)}
          >
            {t('tags.back')}
          </Button>
          <div className={classes.detailHead}>
            <Heading label={tag.label} />
            <TagStateBadge state={tag.state} />
          </div>
          <Origin tag={tag} />
          {isEditing ? (
            <TagForm tag={tag} onDone={() => setIsEditing(false)} />
          ) : (
            <Facts tag={tag} {...props} />
          )}
        </div>
      </div>
      {!isEditing && <Actions tag={tag} onEdit={() => setIsEditing(true)} {...props} />}
    </>
  );
}

/** On a phone it takes the place of the list, and of what had the focus there. */
function Heading({ label }: { label: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    const focused = document.activeElement;
    const isLost = focused === document.body || focused?.getClientRects().length === 0;
    if (isLost) heading.current?.focus();
  }, []);
  return (
    <Title ref={heading} tabIndex={-1} order={2} fz="h3">
      {label}
    </Title>
  );
}

function Origin({ tag }: { tag: TagFullFragment }) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const { suggestedBy, suggestedAt, usage, wordsBy } = tag;
  const parts = [
    t('tags.usesPublished', { count: usage?.postings ?? 0, published: usage?.published ?? 0 }),
    suggestedAt && t('tags.suggestedWhen', { when: relativeDay(suggestedAt) }),
    suggestedBy?.name,
    wordsBy === 'CURATOR' && !suggestedAt && t('tags.keptHere'),
  ];
  return <p className={classes.origin}>{parts.filter(Boolean).join(' · ')}</p>;
}

type RelationKind = 'broader' | 'narrower' | 'related';
const RELATIONS: readonly RelationKind[] = ['broader', 'narrower', 'related'];
const LOCALES: readonly Locale[] = ['de', 'en'];

function Facts({ tag, curation, onOpen }: Omit<DetailProps, 'id'> & { tag: TagFullFragment }) {
  const { t } = useText();
  return (
    <>
      <div className={classes.languages}>
        {LOCALES.map((language) => (
          <Words key={language} language={language} words={tag[language]} />
        ))}
      </div>
      {RELATIONS.filter((kind) => tag[kind].length > 0).map((kind) => (
        <div key={kind}>
          <h3 className={classes.factTitle}>{t(`tags.${kind}`)}</h3>
          <ul className={classes.relatives}>
            {tag[kind].map((other) => (
              <li key={other.id}>
                <UnstyledButton className={classes.relative} onClick={() => onOpen(other.id)}>
                  {other.label}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {tag.merges.length > 0 && <Merges tag={tag} curation={curation} />}
    </>
  );
}

function Words({ language, words }: { language: Locale; words: TagFullFragment['de'] }) {
  const { t } = useText();
  const { label } = words;
  const synonyms = [...words.synonyms, ...words.inherited];
  // What stands for a missing word is in the reader's language.
  return (
    <div>
      <h3 className={classes.factTitle}>{t(`tags.language.${language}`)}</h3>
      {label === null ? (
        <p className={classes.missing}>{t('tags.noLabel')}</p>
      ) : (
        <p className={classes.word} lang={language}>
          {label}
        </p>
      )}
      {synonyms.length === 0 ? (
        <p className={classes.synonyms}>{t('tags.noSynonyms')}</p>
      ) : (
        <p className={classes.synonyms} lang={language}>
          {synonyms.join(', ')}
        </p>
      )}
    </div>
  );
}

/** The latest can be undone; those before it once it is. */
function Merges({ tag, curation }: { tag: TagFullFragment; curation: Curation }) {
  const { t } = useText();
  const { relativeDay } = useDates();
  return (
    <div>
      <h3 className={classes.factTitle}>{t('tags.merges')}</h3>
      <ul className={classes.merges}>
        {tag.merges.map((merge, index) => (
          <li key={merge.id}>
            <span>
              {merge.from.map(({ label }) => label).join(', ')}
              <span className={classes.context}>
                {relativeDay(merge.at)} · {t('tags.uses', { count: merge.postings })}
              </span>
            </span>
            {index === 0 && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={curation.busy}
                leftSection={<IconArrowBackUp size={15} aria-hidden />}
                onClick={() => void curation.undoMerge(merge.id)}
              >
                {t('action.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ActionsProps extends Omit<DetailProps, 'id' | 'onOpen'> {
  readonly tag: TagFullFragment;
  readonly onEdit: () => void;
}

function Actions({ tag, curation, onEdit, onMerge }: ActionsProps) {
  const { t } = useText();
  const { busy, move } = curation;
  const { state } = tag;
  // For a moment, until the tag into which it went is shown.
  if (state === 'MERGED') return null;
  return (
    <div className={classes.actions} data-foot-buttons="panel">
      {state !== 'APPROVED' && (
        <Button
          disabled={busy}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => void move(tag, 'approve')}
        >
          {t(state === 'SUGGESTED' ? 'tags.approve' : 'tags.approveAgain')}
        </Button>
      )}
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconPencil size={18} aria-hidden />}
        onClick={onEdit}
      >
        {t('action.edit')}
      </Button>
      <Button
        variant="default"
        disabled={busy}
        leftSection={<IconArrowMerge size={18} aria-hidden />}
        onClick={() => onMerge(tag)}
      >
        {t('tags.merge')}
      </Button>
      {state === 'SUGGESTED' && (
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => void move(tag, 'reject')}
        >
          {t('tags.reject')}
        </Button>
      )}
      {state === 'APPROVED' && (
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconArchive size={18} aria-hidden />}
          onClick={() => void move(tag, 'deprecate')}
        >
          {t('tags.deprecate')}
        </Button>
      )}
    </div>
  );
}
