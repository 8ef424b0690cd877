import { Button, Group, Modal, Text } from '@mantine/core';
import {
  IconEdit,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconSend,
  IconTrashX,
} from '@tabler/icons-react';
import { awaitsContact, type PostingKind } from '@wilma/domain';
import { useState, type ComponentType, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PostingCardFragment } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import type { Visit } from '../visit.js';
import { canEdit, ownerActions, type OwnerAction } from './owner-actions.js';
import { postingPath } from './posting-path.js';
import { findProblems } from './problems.js';
import { usePostingActions } from './use-posting-actions.js';

interface PostingButtonsProps {
  readonly kind: PostingKind;
  readonly posting: Omit<PostingCardFragment, '__typename'>;
  readonly size?: 'xs' | 'sm';
  /** More buttons, beside the one to edit. */
  readonly children?: ReactNode;
}

const ICONS: Record<OwnerAction, ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  submit: IconSend,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  renew: IconRefresh,
  close: IconTrashX,
};

interface ClosingWords {
  readonly action: MessageId;
  readonly title: MessageId;
  readonly text: MessageId;
  readonly confirm: MessageId;
}

const CLOSE_WORDS: ClosingWords = {
  action: 'posting.action.close',
  title: 'posting.closeTitle',
  text: 'posting.closeText',
  confirm: 'posting.closeConfirm',
};

/** A draft was never public: it is given up, not closed. */
const DISCARD_WORDS: ClosingWords = {
  action: 'posting.action.discard',
  title: 'posting.discardTitle',
  text: 'posting.discardText',
  confirm: 'posting.discardConfirm',
};

/** What the owner can do with a posting in its state; closing is final, so it asks. */
export function PostingButtons({ kind, posting, size = 'sm', children }: PostingButtonsProps) {
  const { t } = useText();
  const { busy, run } = usePostingActions();
  const [now] = useState(() => new Date());
  const [closing, setClosing] = useState(false);
  const navigate = useNavigate();
  const isBusy = busy?.id === posting.id;
  const closingWords = posting.state === 'DRAFT' ? DISCARD_WORDS : CLOSE_WORDS;

  const directLabel = posting.organisation?.verified ? 'form.publish' : 'form.submit';
  const submitLabel = awaitsContact(posting.confirmation) ? 'form.askContact' : directLabel;

  const labelOf = (action: OwnerAction) => {
    if (action === 'submit') return submitLabel;
    return action === 'close' ? closingWords.action : (`posting.action.${action}` as const);
  };

  const act = (action: OwnerAction) => {
    if (action === 'close') setClosing(true);
    else if (action === 'submit' && findProblems(posting, 'submit').length > 0) {
      const state: Visit = { check: true };
      void navigate(postingPath(kind, posting.id, 'edit'), { state });
    } else void run(action, posting);
  };

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
      {children}
      {ownerActions(posting, now).map((action) => {
        const Icon = ICONS[action];
        return (
          <Button
            key={action}
            variant={action === 'close' ? 'subtle' : action === 'renew' ? 'filled' : 'default'}
            color={action === 'close' ? 'red' : undefined}
            size={size}
            disabled={isBusy && busy.action !== action}
            loading={isBusy && busy.action === action}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => act(action)}
          >
            {t(labelOf(action))}
          </Button>
        );
      })}
      <Modal
        opened={closing}
        onClose={() => setClosing(false)}
        title={t(closingWords.title)}
        closeButtonProps={{ 'aria-label': t('action.cancel') }}
        centered
      >
        <Text>{t(closingWords.text, { title: posting.title })}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={() => setClosing(false)} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button
            color="red.8"
            loading={isBusy}
            onClick={() => void run('close', posting).then(() => setClosing(false))}
          >
            {t(closingWords.confirm)}
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
