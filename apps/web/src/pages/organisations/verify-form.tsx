import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { Notice } from '../../components/notice.js';
import { useToasts } from '../../components/toasts.js';
import { useAttempt } from '../../components/use-attempt.js';
import {
  CheckedOrganisationsDocument,
  type CheckedOrganisationFragment,
  VerifyOrganisationDocument,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './organisations.module.css';

export interface DecisionProps {
  readonly organisation: CheckedOrganisationFragment;
  readonly onClose: () => void;
}

/** Vouches for an organisation, and for those of its mail domains that are ticked. */
export function VerifyForm({ organisation, onClose }: DecisionProps) {
  const { t } = useText();
  const { showDone } = useToasts();
  const { id, name, mailDomains, verified } = organisation;
  const [verify] = useMutation(VerifyOrganisationDocument, {
    refetchQueries: [CheckedOrganisationsDocument],
  });
  const { problem, busy, attempt } = useAttempt();
  const [note, setNote] = useState('');
  // What lets people in is ticked by hand.
  const [chosen, setChosen] = useState(
    mailDomains.filter(({ inForce }) => inForce).map(({ domain }) => domain),
  );

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const domains = mailDomains
      .filter(({ domain }) => chosen.includes(domain))
      .map(({ domain, withSubdomains }) => ({ domain, withSubdomains }));
    const some = mailDomains.length > 0 ? { domains } : {};
    const variables = { id, note: note.trim() === '' ? null : note, ...some };
    if (!(await attempt(() => verify({ variables })))) return;
    showDone(t('organisations.verifiedNow', { name }));
    onClose();
  };

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      {problem && (
        <Notice tone="bad" isUrgent>
          <p>{problem}</p>
        </Notice>
      )}
      <Textarea
        label={t('organisations.note')}
        description={t('organisations.noteHint')}
        autoFocus
        autosize
        minRows={2}
        maxLength={Bounds.note.max}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {mailDomains.length > 0 && (
        <Checkbox.Group
          label={t('organisations.letIn')}
          description={t('organisations.letInHint')}
          value={chosen}
          onChange={setChosen}
        >
          {mailDomains.map(({ domain, withSubdomains }) => (
            <Checkbox
              key={domain}
              mt="xs"
              value={domain}
              label={withSubdomains ? `*.${domain}` : domain}
            />
          ))}
        </Checkbox.Group>
      )}
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {t(verified ? 'action.save' : 'organisations.verify')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
