import { useMutation } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useToasts } from '../../components/toasts.js';
import { fieldErrorsOf } from '../../graphql/errors.js';
import {
  InviteMemberDocument,
  WaitingInvitationsDocument,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import type { Me } from '../../session/session.js';
import classes from './settings.module.css';
import { WaitingInvitations } from './waiting-invitations.js';

/** Asks a colleague by mail to act for the same organisation. */
export function InviteForm({ memberships }: Pick<Me, 'memberships'>) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [organisation, setOrganisation] = useState(memberships[0]?.organisation.id ?? '');
  const [email, setEmail] = useState('');
  const [invite, { error, loading, reset }] = useMutation(InviteMemberDocument, {
    refetchQueries: [WaitingInvitationsDocument],
  });
  const problem = fieldErrorsOf(error)[0]?.message ?? null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    invite({ variables: { organisation, email } })
      .then(({ data }) => {
        if (!data) return;
        showDone(t('settings.invited', { email: data.inviteMember.email }));
        setEmail('');
      })
      .catch((failure: unknown) => {
        if (fieldErrorsOf(failure).length === 0) showError(failure);
      });
  };

  return (
    <>
      <p>{t('settings.inviteText')}</p>
      <form onSubmit={submit} className={classes.form}>
        {memberships.length > 1 && (
          <NativeSelect
            label={t('settings.organisation')}
            value={organisation}
            onChange={(event) => setOrganisation(event.currentTarget.value)}
            data={memberships.map(({ organisation: { id, name } }) => ({ value: id, label: name }))}
          />
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="off"
          required
          withAsterisk={false}
          value={email}
          error={problem}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            if (error) reset();
          }}
        />
        <Button type="submit" loading={loading}>
          {t('settings.sendInvitation')}
        </Button>
      </form>
      <WaitingInvitations organisation={organisation} />
    </>
  );
}
