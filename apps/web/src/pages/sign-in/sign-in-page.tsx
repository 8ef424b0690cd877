import { Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { startPageFor } from '../../components/layout/navigation.js';
import { Notice } from '../../components/notice.js';
import { usePageTitle } from '../../components/page.js';
import { useText, type MessageId } from '../../lang/text.js';
import type { SignInOutcome } from '../../session/auth-api.js';
import { useSession } from '../../session/session.js';
import { DemoAccounts } from './demo-accounts.js';
import { localPath } from './local-path.js';
import { SignInAside } from './sign-in-aside.js';
import classes from './sign-in.module.css';

const OUTCOME_MESSAGES: Record<Exclude<SignInOutcome, 'ok'>, MessageId> = {
  wrongCredentials: 'signIn.wrongCredentials',
  rateLimited: 'error.rateLimited',
  failed: 'error.internal',
  network: 'error.network',
};

export default function SignInPage() {
  const { t } = useText();
  const { me, signIn } = useSession();
  const [params] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<MessageId | null>(null);
  usePageTitle(t('signIn.title'));

  if (me) return <Navigate to={localPath(params.get('to')) ?? startPageFor(me.role)} replace />;

  const attempt = async (address: string, secret: string) => {
    setProblem(null);
    setBusyWith(address);
    const outcome = await signIn(address, secret);
    setBusyWith(null);
    if (outcome !== 'ok') setProblem(OUTCOME_MESSAGES[outcome]);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(email, password);
  };

  return (
    <div className={classes.split}>
      <SignInAside />
      <div className={classes.formSide}>
        <div className={classes.formColumn}>
          <Title order={1} fz={28}>
            {t('signIn.title')}
          </Title>
          <p className={classes.lead}>{t(params.has('to') ? 'signIn.leadBack' : 'signIn.lead')}</p>
          <form onSubmit={submit} className={classes.form}>
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
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              size="md"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busyWith !== null}>
              {t('action.signIn')}
            </Button>
          </form>
          <DemoAccounts
            busyWith={busyWith}
            onChoose={(account) => void attempt(account.email, account.password)}
          />
        </div>
      </div>
    </div>
  );
}
