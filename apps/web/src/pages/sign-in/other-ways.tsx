import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconFingerprint, IconLogin2, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { ServiceDocument } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import {
  addressOf,
  knowsPasskeys,
  type Outcome,
  requestLink,
  signInByPasskey,
} from '../../session/account-api.js';
import { OUTCOME_MESSAGES } from '../../session/outcome-messages.js';
import { useSession } from '../../session/session.js';
import classes from './sign-in.module.css';

/** A sentence, and whether it is good news. */
export interface Said {
  readonly text: string;
  readonly tone: 'bad' | 'wait';
}

interface OtherWaysProps {
  readonly email: string;
  /** Where to go on, or null. */
  readonly next: string | null;
  readonly onSay: (said: Said | null) => void;
  /** Brings the reader to the field for the address. */
  readonly onAddressMissing: () => void;
}

/** Signing in without a password: by a link, a passkey or somebody else's word. */
export function OtherWays({ email, next, onSay, onAddressMissing }: OtherWaysProps) {
  const { t } = useText();
  const { startOver } = useSession();
  const { data } = useQuery(ServiceDocument);
  const [busyWith, setBusyWith] = useState<string | null>(null);

  const say = (
    message: MessageId,
    values: Record<string, string> = {},
    tone: Said['tone'] = 'bad',
  ) => onSay({ text: t(message, values), tone });
  const sayFailure = (outcome: Outcome, refused: MessageId) => {
    if (outcome === 'ok' || outcome === 'cancelled') return;
    say(outcome === 'refused' ? refused : OUTCOME_MESSAGES[outcome]);
  };

  const during = async (what: string, work: () => Promise<void>) => {
    onSay(null);
    setBusyWith(what);
    await work();
    setBusyWith(null);
  };
  const byLink = () =>
    during('link', async () => {
      if (!email.includes('@')) {
        say('signIn.linkNeedsAddress');
        onAddressMissing();
        return;
      }
      const outcome = await requestLink(email, next);
      if (outcome === 'ok') say('signIn.linkSent', { email }, 'wait');
      else sayFailure(outcome, 'error.badInput');
    });
  const byPasskey = () =>
    during('passkey', async () => {
      const outcome = await signInByPasskey();
      if (outcome === 'ok') await startOver();
      else sayFailure(outcome, 'signIn.passkeyFailed');
    });
  const byProvider = ({ id, name }: { id: string; name: string }) =>
    during(id, async () => {
      const address = await addressOf(id, next ?? '/sign-in');
      if (address === null) say('signIn.providerAway', { name });
      else window.location.assign(address);
    });

  const button = (what: string, Icon: typeof IconMail, label: string, onClick: () => void) => (
    <Button
      key={what}
      variant="default"
      size="md"
      leftSection={<Icon size={18} aria-hidden />}
      loading={busyWith === what}
      disabled={busyWith !== null && busyWith !== what}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  const providers = data?.service.signInProviders ?? [];
  return (
    <section className={classes.ways} aria-labelledby="ways">
      <h2 id="ways">{t('signIn.otherWays')}</h2>
      {button('link', IconMail, t('signIn.byLink'), () => void byLink())}
      {knowsPasskeys() &&
        button('passkey', IconFingerprint, t('signIn.byPasskey'), () => void byPasskey())}
      {providers.map((provider) =>
        button(
          provider.id,
          IconLogin2,
          t('signIn.byProvider', { name: provider.name }),
          () => void byProvider(provider),
        ),
      )}
    </section>
  );
}
