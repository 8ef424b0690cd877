import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconMessageQuestion, IconThumbUp, IconX } from '@tabler/icons-react';
import { Bounds, type Side } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { useText } from '../../lang/text.js';
import { ReasonDialog } from './reason-dialog.js';
import { useAnswer } from './use-answer.js';

interface AnswerPanelProps {
  readonly matchId: string;
  /** The side the viewer answers for. */
  readonly side: Side;
  readonly canAsk: boolean;
}

/** Yes, no with a reason, or a question that the coordination passes on. */
export function AnswerPanel({ matchId, side, canAsk }: AnswerPanelProps) {
  const { t } = useText();
  const { answer, busy } = useAnswer(matchId);
  const [dialog, setDialog] = useState<'decline' | 'question' | null>(null);
  const close = () => setDialog(null);
  // Without a network the dialog stays, with what was written.
  const answerAndClose: typeof answer = async (...given) => {
    if (busy) return false;
    const isDone = await answer(...given);
    if (isDone) close();
    return isDone;
  };
  return (
    <>
      <Group gap={10}>
        <Button
          loading={busy}
          leftSection={<IconThumbUp size={18} aria-hidden />}
          onClick={() => void answer('INTERESTED')}
        >
          {t('answer.interested')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => setDialog('decline')}
        >
          {t('answer.decline')}
        </Button>
        {canAsk && (
          <Button
            variant="subtle"
            disabled={busy}
            leftSection={<IconMessageQuestion size={18} aria-hidden />}
            onClick={() => setDialog('question')}
          >
            {t('answer.question')}
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={dialog === 'decline'}
        title={t('answer.declineTitle')}
        text={t('answer.declineText')}
        onClose={close}
        onChoose={(reason, note) => void answerAndClose('DECLINED', { reason, note })}
      />
      <Modal
        opened={dialog === 'question'}
        onClose={close}
        title={t('answer.questionTitle')}
        closeButtonProps={{ 'aria-label': t('action.cancel') }}
        centered
      >
        <QuestionForm side={side} onSend={(note) => void answerAndClose('QUESTION', { note })} />
      </Modal>
    </>
  );
}

function QuestionForm({ side, onSend }: { side: Side; onSend: (note: string) => void }) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (note.trim() !== '') onSend(note.trim());
  };
  return (
    <form onSubmit={send}>
      <Textarea
        label={t('answer.questionLabel')}
        description={t(side === 'NEED' ? 'answer.questionHintNeed' : 'answer.questionHintOffer')}
        autosize
        minRows={4}
        maxLength={Bounds.note.max}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" disabled={note.trim() === ''}>
          {t('answer.questionSend')}
        </Button>
      </Group>
    </form>
  );
}
