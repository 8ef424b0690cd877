import { skipToken, useQuery } from '@apollo/client/react';
import { Button, Group, Modal } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
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
export function MergeDialog({ from, busy, onClose, onMerge }: MergeDialogProps) {
  const { t } = useText();
  const [into, setInto] = useState<NamedTag | null>(null);
  return (
    <Modal
      opened={from !== null}
      onClose={onClose}
      title={t('tags.mergeTitle')}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
      centered
    >
      {from && (
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
            {into && <Preview from={from} into={into} />}
          </div>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button
              disabled={into === null}
              loading={busy}
              onClick={() => into && void onMerge(from, into)}
            >
              {t('tags.mergeNow')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

function Preview({ from, into }: { from: NamedTag; into: NamedTag }) {
  const { t } = useText();
  const { data } = useQuery(
    MergePreviewDocument,
    from.id === into.id
      ? skipToken
      : { variables: { from: [from.id], into: into.id }, fetchPolicy: 'network-only' },
  );
  const preview = data?.mergePreview;
  return (
    <>
      <p className={classes.pair}>
        <span>{from.label}</span>
        <IconArrowRight size={17} aria-label={t('tags.goesInto')} />
        <b>{into.label}</b>
      </p>
      {preview && (
        <p className={classes.touches}>
          {t('tags.touches', {
            postings: preview.postings,
            several: preview.several,
            matches: preview.matches,
          })}
        </p>
      )}
    </>
  );
}
