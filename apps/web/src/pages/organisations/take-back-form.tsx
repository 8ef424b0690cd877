import { useMutation } from '@apollo/client/react';
import { Button, Group, Textarea } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { useToasts } from '../../components/toasts.js';
import { useAttempt } from '../../components/use-attempt.js';
import {
  CheckedOrganisationsDocument,
  TakeBackVerificationDocument,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './organisations.module.css';
import type { DecisionProps } from './verify-form.js';

/** Vouches for an organisation no more, and says why. */
export function TakeBackForm({ organisation: { id, name }, onClose }: DecisionProps) {
  const { t } = useText();
  const { showDone } = useToasts();
  const [takeBack] = useMutation(TakeBackVerificationDocument, {
    refetchQueries: [CheckedOrganisationsDocument],
  });
  const { problem, busy, attempt } = useAttempt();
  const [reason, setReason] = useState('');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await attempt(() => takeBack({ variables: { id, reason } })))) return;
    showDone(t('organisations.takenBack', { name }));
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <p>{t('organisations.takeBackText')}</p>
      <Textarea
        label={t('organisations.reason')}
        autoFocus
        autosize
        required
        withAsterisk={false}
        minRows={2}
        minLength={3}
        maxLength={Bounds.note.max}
        value={reason}
        error={problem}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {t('organisations.takeBack')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
