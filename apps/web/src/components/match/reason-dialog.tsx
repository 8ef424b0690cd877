import { Button, Group, Modal, Textarea, UnstyledButton } from '@mantine/core';
import { Bounds, DismissReason } from '@wilma/domain';
import { useState, type SubmitEvent, type KeyboardEvent } from 'react';
import { useText } from '../../lang/text.js';
import classes from './reason-dialog.module.css';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly onChoose: (reason: DismissReason, note: string | null) => void;
}

const REASONS = Object.values(DismissReason);

/** One of a few reasons, by a click or its number; another reason takes a text. */
export function ReasonDialog({ opened, title, text, onClose, onChoose }: ReasonDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
      centered
    >
      <p className={classes.text}>{text}</p>
      <ReasonList onChoose={onChoose} />
    </Modal>
  );
}

function ReasonList({ onChoose }: Pick<ReasonDialogProps, 'onChoose'>) {
  const { t } = useText();
  const [isOther, setIsOther] = useState(false);

  const choose = (reason: DismissReason) => {
    if (reason === 'OTHER') setIsOther(true);
    else onChoose(reason, null);
  };

  const chooseByNumber = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const reason = REASONS[Number(event.key) - 1];
    if (!reason) return;
    event.preventDefault();
    choose(reason);
  };

  return (
    <div onKeyDown={chooseByNumber}>
      <ul className={classes.reasons}>
        {REASONS.map((reason, index) => (
          <li key={reason}>
            <UnstyledButton
              className={classes.reason}
              aria-expanded={reason === 'OTHER' ? isOther : undefined}
              data-autofocus={index === 0 || undefined}
              onClick={() => choose(reason)}
            >
              <kbd aria-hidden>{index + 1}</kbd>
              {t(`reason.${reason}`)}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {isOther && <OtherReason onSend={(note) => onChoose('OTHER', note)} />}
    </div>
  );
}

function OtherReason({ onSend }: { onSend: (note: string) => void }) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (note.trim() !== '') onSend(note.trim());
  };
  return (
    <form onSubmit={send} className={classes.other}>
      <Textarea
        label={t('reason.otherText')}
        autosize
        minRows={2}
        maxLength={Bounds.note.max}
        autoFocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="sm">
        <Button type="submit" disabled={note.trim() === ''}>
          {t('reason.send')}
        </Button>
      </Group>
    </form>
  );
}
