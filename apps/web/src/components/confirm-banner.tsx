import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { MeDocument, ResendConfirmationDocument } from '../graphql/generated/graphql.js';
import { useText } from '../lang/text.js';
import classes from './confirm-banner.module.css';
import { Notice } from './notice.js';
import { useToasts } from './toasts.js';

/** Says what is missing until somebody has confirmed their address, and has the mail sent again. */
export function ResendButton({ email }: { email: string }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [resend, { loading }] = useMutation(ResendConfirmationDocument);
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={loading}
      onClick={() => {
        resend()
          .then(() => showDone(t('confirmBanner.sent', { email })))
          .catch(showError);
      }}
    >
      {t('confirmBanner.again')}
    </Button>
  );
}

/** On every page of an account whose address is not confirmed; gone when that was done elsewhere. */
export default function ConfirmBanner({ email }: { email: string }) {
  const { t } = useText();
  const client = useApolloClient();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') {
        client.refetchQueries({ include: [MeDocument] }).catch(() => undefined);
      }
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [client]);
  return (
    <div className={classes.banner}>
      <Notice tone="wait" title={t('confirmBanner.title')}>
        <p>{t('confirmBanner.text', { email })}</p>
        <p className={classes.action}>
          <ResendButton email={email} />
        </p>
      </Notice>
    </div>
  );
}
