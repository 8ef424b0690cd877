import { Button, Group, Modal, Text } from '@mantine/core';
import {
  IconEdit,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconSend,
  IconTrashX,
} from '@tabler/icons-react';
import type { PostingKind, PostingState } from '@wilma/domain';
import { useState, type ComponentType } from 'react';
import { Link } from 'react-router';
import { useText } from '../../lang/text.js';
import { canEdit, ownerActions, type OwnerAction } from './owner-actions.js';
import { postingPath } from './posting-path.js';
import { usePostingActions } from './use-posting-actions.js';

interface PostingButtonsProps {
  readonly kind: PostingKind;
  readonly posting: { id: string; version: number; title: string; state: PostingState };
  readonly size?: 'xs' | 'sm';
}

const ICONS: Record<OwnerAction, ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  submit: IconSend,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  renew: IconRefresh,
  close: IconTrashX,
};

/** What the owner can do with a posting in its state; closing is final, so it asks. */
export function PostingButtons({ kind, posting, size = 'sm' }: PostingButtonsProps) {
  const { t } = useText();
  const { busy, run } = usePostingActions();
  const [closing, setClosing] = useState(false);
  const isBusy = busy?.id === posting.id;
  return (
    <Group gap={8}>
      {canEdit(posting.state) && (
        <Button
          component={Link}
          to={postingPath(kind, posting.id, 'edit')}
          variant="default"
          size={size}
          leftSection={<IconEdit size={16} aria-hidden />}
        >
          {t('action.edit')}
        </Button>
      )}
      {ownerActions(posting.state).map((action) => {
        const Icon = ICONS[action];
        return (
          <Button
            key={action}
            variant={action === 'close' ? 'subtle' : 'default'}
            color={action === 'close' ? 'red' : undefined}
            size={size}
            disabled={isBusy && busy.action !== action}
            loading={isBusy && busy.action === action}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => {
              if (action === 'close') setClosing(true);
              else void run(action, posting);
            }}
          >
            {t(`posting.action.${action}`)}
          </Button>
        );
      })}
      <Modal
        opened={closing}
        onClose={() => setClosing(false)}
        title={t('posting.closeTitle')}
        closeButtonProps={{ 'aria-label': t('action.cancel') }}
        centered
      >
        <Text>{t('posting.closeText', { title: posting.title })}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={() => setClosing(false)} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color="red.8"
            loading={isBusy}
            onClick={() => void run('close', posting).then(() => setClosing(false))}
          >
            {t('posting.closeConfirm')}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
