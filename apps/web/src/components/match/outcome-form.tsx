import { Button, Group, Modal, Radio, Select, Stack, Textarea } from '@mantine/core';
import {
  Bounds,
  BudgetBand,
  CooperationForm,
  DismissReason,
  type OutcomeResult,
} from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import type { FieldError } from '../../graphql/errors.js';
import type { MatchFullFragment, OutcomeInput } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import type { Refusals } from './use-match-change.js';

interface OutcomeDialogProps {
  readonly opened: boolean;
  /** What was recorded before and is corrected now. */
  readonly before: MatchFullFragment['outcome'];
  readonly onClose: () => void;
  readonly onRecord: (outcome: OutcomeInput) => Promise<Refusals>;
}

/** Records what came of an introduction. */
export function OutcomeDialog({ opened, onClose, ...form }: OutcomeDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t(form.before ? 'outcome.correct' : 'outcome.record')}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
      centered
    >
      <OutcomeForm onClose={onClose} {...form} />
    </Modal>
  );
}

function OutcomeForm({ before, onClose, onRecord }: Omit<OutcomeDialogProps, 'opened'>) {
  const { t } = useText();
  const [result, setResult] = useState<OutcomeResult>(before?.result ?? 'COLLABORATION');
  const [form, setForm] = useState<CooperationForm | null>(before?.cooperationForm ?? null);
  const [volume, setVolume] = useState<BudgetBand | null>(before?.volume ?? null);
  const [reason, setReason] = useState<DismissReason | null>(before?.reason ?? null);
  const [text, setText] = useState(before?.text ?? '');
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const isCollaboration = result === 'COLLABORATION';
  const problem = (path: string) => refused.find((field) => field.path === path)?.message;

  const send = async () => {
    setBusy(true);
    try {
      const refusals = await onRecord({
        result,
        cooperationForm: isCollaboration ? form : null,
        volume: isCollaboration ? volume : null,
        reason: isCollaboration ? null : reason,
        text: text.trim() === '' ? null : text.trim(),
      });
      setRefused(refusals ?? []);
      if (refusals === null) onClose();
    } finally {
      setBusy(false);
    }
  };
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <form onSubmit={submitted}>
      <Stack gap="md">
        <Radio.Group
          label={t('outcome.result')}
          value={result}
          onChange={(value) => setResult(value)}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="COLLABORATION" label={t('outcome.COLLABORATION')} />
            <Radio value="NO_COLLABORATION" label={t('outcome.NO_COLLABORATION')} />
          </Stack>
        </Radio.Group>
        {isCollaboration ? (
          <>
            <Select
              label={t('outcome.form')}
              placeholder={t('outcome.unsaid')}
              clearable
              data={Object.values(CooperationForm).map((value) => ({
                value,
                label: t(`cooperationForm.${value}`),
              }))}
              value={form}
              onChange={(value) => setForm(value)}
              error={problem('cooperationForm')}
            />
            <Select
              label={t('outcome.volume')}
              placeholder={t('outcome.unsaid')}
              clearable
              data={Object.values(BudgetBand).map((value) => ({
                value,
                label: t(`budget.${value}`),
              }))}
              value={volume}
              onChange={(value) => setVolume(value)}
              error={problem('volume')}
            />
          </>
        ) : (
          <Select
            label={t('outcome.reason')}
            withAsterisk
            data={Object.values(DismissReason).map((value) => ({
              value,
              label: t(`reason.${value}`),
            }))}
            value={reason}
            onChange={(value) => setReason(value)}
            error={problem('reason')}
          />
        )}
        <Textarea
          label={t('outcome.text')}
          description={t('outcome.textHint')}
          autosize
          minRows={3}
          maxLength={Bounds.note.max}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problem('text')}
        />
      </Stack>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('outcome.save')}
        </Button>
      </Group>
    </form>
  );
}
