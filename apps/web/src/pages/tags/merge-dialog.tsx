import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Group, Modal } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorView } from '../../components/error-view.js';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import { MergePreviewDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './tags-page.module.css';
import type { NamedTag } from './use-curation.js';

interface MergeDialogProps {
  /** The tag that goes into another; null while the dialog is closed. */
  readonly from: NamedTag | null;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onMerge: (from: NamedTag, into: NamedTag) => Promise<void>;
}

/** Chooses where a tag goes and says what that will touch. */
export function MergeDialog({ from, onClose, ...choice }: MergeDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={from !== null}
      onClose={onClose}
      title={t('tags.mergeTitle')}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
      centered
    >
      {from && <MergeChoice from={from} onClose={onClose} {...choice} />}
    </Modal>
  );
}

function MergeChoice({ from, busy, onClose, onMerge }: MergeDialogProps & { from: NamedTag }) {
  const { t } = useText();
  const [into, setInto] = useState<NamedTag | null>(null);
  const { data, error, refetch } = useQuery(
    MergePreviewDocument,
    into === null
      ? skipToken
      : { variables: { from: [from.id], into: into.id }, fetchPolicy: 'network-only' },
  );
  const preview = into && data?.mergePreview;
  return (
    <>
      <p className={classes.mergeText}>{t('tags.mergeText', { tag: from.label })}</p>
      <TagCombobox
        label={t('tags.mergeInto')}
        exclude={[from.id]}
        single
        data-autofocus
        onChoose={({ id, label }) => setInto({ id, label })}
      />
      <div className={classes.preview} role="status">
        {into && (
          <p className={classes.pair}>
            <span>{from.label}</span>
            <IconArrowRight size={17} role="img" aria-label={t('tags.goesInto')} />
            <b>{into.label}</b>
          </p>
        )}
        {preview && <Touched {...preview} />}
      </div>
      {error && !preview && <ErrorView error={error} onRetry={() => void refetch()} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        {/* Nobody merges before reading what that touches. */}
        <Button disabled={!preview} loading={busy} onClick={() => into && void onMerge(from, into)}>
          {t('tags.mergeNow')}
        </Button>
      </Group>
    </>
  );
}

interface TouchedProps {
  readonly postings: number;
  readonly several: number;
  readonly matches: number;
}

function Touched({ postings, several, matches }: TouchedProps) {
  const { t } = useText();
  return <p className={classes.touches}>{t('tags.touches', { postings, several, matches })}</p>;
}
