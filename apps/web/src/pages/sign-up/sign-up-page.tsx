import { Anchor, Button, Group, Title } from '@mantine/core';
import { Link, Navigate } from 'react-router';
import { ResendButton } from '../../components/confirm-banner.js';
import { startPageFor } from '../../components/layout/navigation.js';
import { usePageTitle } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { useSession, type Me } from '../../session/session.js';
import { SignInAside } from '../sign-in/sign-in-aside.js';
import classes from '../sign-in/sign-in.module.css';
import { SignUpForm } from './sign-up-form.js';

/** Makes an account; afterwards the address waits to be confirmed. */
export default function SignUpPage() {
  const { me } = useSession();
  if (me?.account.confirmed) return <Navigate to={startPageFor(me.role)} replace />;
  return (
    <div className={classes.split}>
      <SignInAside />
      <div className={classes.formSide}>
        <div className={classes.formColumn}>{me ? <Almost me={me} /> : <Beginning />}</div>
      </div>
    </div>
  );
}

function Beginning() {
  const { t } = useText();
  usePageTitle(t('signUp.title'));
  return (
    <>
      <Title order={1} fz={28}>
        {t('signUp.title')}
      </Title>
      <p className={classes.lead}>{t('signUp.lead')}</p>
      <SignUpForm />
      <p className={classes.beside}>
        {t('signUp.privacy')}{' '}
        <Anchor component={Link} to="/privacy">
          {t('layout.privacy')}
        </Anchor>
      </p>
      <p className={classes.beside}>
        {t('signUp.haveAccount')}{' '}
        <Anchor component={Link} to="/sign-in">
          {t('action.signIn')}
        </Anchor>
      </p>
    </>
  );
}

function Almost({ me }: { me: Me }) {
  const { t } = useText();
  const { email } = me.account;
  usePageTitle(t('signUp.almost'));
  return (
    <>
      <Title order={1} fz={28}>
        {t('signUp.almost')}
      </Title>
      <p className={classes.lead} role="status">
        {t('signUp.almostText', { email })}
      </p>
      <Group>
        <ResendButton email={email} />
        <Button variant="default" size="compact-md" component={Link} to="/">
          {t('signUp.goOn')}
        </Button>
      </Group>
    </>
  );
}
