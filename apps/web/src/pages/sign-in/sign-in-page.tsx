import { useQuery } from '@apollo/client/react';
import { Anchor, Button, PasswordInput, TextInput, Title } from '@mantine/core';
import { useRef, useState, type SubmitEvent } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { startPageFor } from '../../components/layout/navigation.js';
import { Notice } from '../../components/notice.js';
import { usePageTitle } from '../../components/page.js';
import { ServiceDocument } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import type { SignInOutcome } from '../../session/auth-api.js';
import { useSession } from '../../session/session.js';
import { DemoAccounts } from './demo-accounts.js';
import { localPath } from './local-path.js';
import { OtherWays, type Said } from './other-ways.js';
import { providerProblem } from './provider-problem.js';
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
  const [said, setSaid] = useState<Said | null>(null);
  const addressField = useRef<HTMLInputElement>(null);
  const fromProvider = useProviderProblem(params);
  usePageTitle(t('signIn.title'));

  const next = localPath(params.get('to'));
  if (me) return <Navigate to={next ?? startPageFor(me.role)} replace />;

  const attempt = async (address: string, secret: string) => {
    setSaid(null);
    setBusyWith(address);
    const outcome = await signIn(address, secret);
    setBusyWith(null);
    if (outcome !== 'ok') setSaid({ text: t(OUTCOME_MESSAGES[outcome]), tone: 'bad' });
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void attempt(email, password);
  };

  const shown = said ?? fromProvider;
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
            {shown && (
              <Notice tone={shown.tone} isUrgent>
                {shown.text}
              </Notice>
            )}
            <TextInput
              ref={addressField}
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
            <Anchor
              component={Link}
              to="/forgot-password"
              state={{ email }}
              className={classes.forgot}
            >
              {t('signIn.forgot')}
            </Anchor>
            <Button type="submit" size="md" loading={busyWith !== null}>
              {t('action.signIn')}
            </Button>
          </form>
          <p className={classes.beside}>
            {t('signIn.newHere')}{' '}
            <Anchor component={Link} to="/sign-up">
              {t('signUp.title')}
            </Anchor>
          </p>
          <OtherWays
            email={email}
            next={next}
            onSay={setSaid}
            onAddressMissing={() => addressField.current?.focus()}
          />
          <DemoAccounts
            busyWith={busyWith}
            onChoose={(account) => void attempt(account.email, account.password)}
          />
        </div>
      </div>
    </div>
  );
}

/** What went wrong on the way back from a provider, in words. */
function useProviderProblem(params: URLSearchParams): Said | null {
  const { t } = useText();
  const { data } = useQuery(ServiceDocument);
  const problem = providerProblem(params.get('error'));
  if (problem === null) return null;
  const id = params.get('provider');
  const known = data?.service.signInProviders.find((provider) => provider.id === id);
  const name = known?.name ?? t('signIn.providerUnnamed');
  return { text: t(problem, { name }), tone: 'bad' };
}
