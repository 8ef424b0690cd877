import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'react-router';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { useText, type MessageId } from '../../lang/text.js';
import { requestReset } from '../../session/account-api.js';
import { OUTCOME_MESSAGES } from '../../session/outcome-messages.js';
import classes from './sign-in.module.css';

/** Has a link sent by which a new password is set; says the same of every address. */
export default function ForgotPasswordPage() {
  const { t } = useText();
  const { state } = useLocation() as { readonly state: { readonly email?: string } | null };
  const [email, setEmail] = useState(state?.email ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<MessageId | null>(null);

  const attempt = async () => {
    setProblem(null);
    setSentTo(null);
    setIsBusy(true);
    const outcome = await requestReset(email);
    setIsBusy(false);
    if (outcome === 'ok') setSentTo(email);
    else if (outcome !== 'cancelled') setProblem(OUTCOME_MESSAGES[outcome]);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt();
  };

  return (
    <Page
      title={t('forgot.title')}
      lead={t('forgot.lead')}
      width="narrow"
      back={{ to: '/sign-in', label: t('signIn.title') }}
    >
      <form onSubmit={submit} className={`panel ${classes.form} ${classes.framed}`}>
        {sentTo !== null && (
          <Notice tone="wait" isUrgent>
            {t('forgot.sent', { email: sentTo })}
          </Notice>
        )}
        {problem && (
          <Notice tone="bad" isUrgent>
            {t(problem)}
          </Notice>
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          size="md"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('forgot.send')}
        </Button>
      </form>
    </Page>
  );
}
