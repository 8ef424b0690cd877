import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { startPageFor } from '../../components/layout/navigation.js';
import { LoadingView } from '../../components/loading-view.js';
import { Notice } from '../../components/notice.js';
import { Page } from '../../components/page.js';
import { failureMessage } from '../../graphql/error-messages.js';
import { failureOf } from '../../graphql/errors.js';
import { AcceptInvitationDocument, MeDocument } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import { useSession, type Me } from '../../session/session.js';
import { SignUpForm } from '../sign-up/sign-up-form.js';
import classes from './invitation.module.css';

/** Behind the link of an invitation: whoever was invited signs in or makes an account, and accepts. */
export default function InvitationPage() {
  const { token = '' } = useParams();
  const { t } = useText();
  const { me, pending } = useSession();
  return (
    <Page title={t('invitation.title')} lead={t('invitation.lead')} width="narrow">
      <div className={`panel ${classes.box}`}>
        {pending && <LoadingView />}
        {!pending && !me && <Entrance />}
        {me && <Acceptance me={me} token={token} />}
      </div>
    </Page>
  );
}

function Entrance() {
  const { t } = useText();
  const { pathname } = useLocation();
  const [isNew, setIsNew] = useState(false);
  if (isNew) return <SignUpForm addressHint={t('signUp.emailHint')} />;
  return (
    <>
      <p>{t('invitation.signedOut')}</p>
      <Group>
        <Button component={Link} to={`/sign-in?to=${encodeURIComponent(pathname)}`}>
          {t('action.signIn')}
        </Button>
        <Button variant="default" onClick={() => setIsNew(true)}>
          {t('invitation.newAccount')}
        </Button>
      </Group>
    </>
  );
}

function Acceptance({ me, token }: { me: Me; token: string }) {
  const { t } = useText();
  const { signOut } = useSession();
  const [accept, { data, error, loading }] = useMutation(AcceptInvitationDocument, {
    refetchQueries: [MeDocument],
  });
  if (data) return <Accepted me={me} organisation={data.acceptInvitation.name} />;
  const { name, email } = me.account;
  return (
    <>
      {error && (
        <Notice tone="bad" isUrgent>
          {t(problemOf(error), { email })}
        </Notice>
      )}
      <p>{t('invitation.signedIn', { name, email })}</p>
      <Group>
        {/* A failure is shown above. */}
        <Button
          loading={loading}
          onClick={() => void accept({ variables: { token } }).catch(() => undefined)}
        >
          {t('invitation.accept')}
        </Button>
        <Button variant="default" onClick={() => void signOut()}>
          {t('invitation.otherAccount')}
        </Button>
      </Group>
    </>
  );
}

function Accepted({ me, organisation }: { me: Me; organisation: string }) {
  const { t } = useText();
  const message = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone; and so the message is read out.
  useEffect(() => message.current?.focus(), []);
  return (
    <>
      <p ref={message} tabIndex={-1}>
        {t('invitation.accepted', { name: organisation })}
      </p>
      <Group>
        <Button component={Link} to={startPageFor(me.role)}>
          {t('invitation.start')}
        </Button>
      </Group>
    </>
  );
}

function problemOf(error: unknown): MessageId {
  const failure = failureOf(error);
  switch (failure) {
    case 'NOT_FOUND':
      return 'invitation.over';
    case 'FORBIDDEN':
      return 'invitation.foreign';
    case 'CONFLICT':
      return 'invitation.used';
    default:
      return failureMessage(failure);
  }
}
