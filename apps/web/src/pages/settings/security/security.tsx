import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ServiceDocument } from '../../../graphql/generated/graphql.js';
import { useText } from '../../../lang/text.js';
import { type Credential, listCredentials, unlink } from '../../../session/account-api.js';
import type { Me } from '../../../session/session.js';
import classes from '../settings.module.css';
import { Devices } from './devices.js';
import { Item } from './item.js';
import { Passkeys } from './passkeys.js';
import { PasswordForm } from './password-form.js';
import { useLoaded } from './use-loaded.js';
import { useOutcome } from './use-outcome.js';

/** By which better-auth means a password. */
const PASSWORD = 'credential';

/** One's own ways to sign in, and where one has. */
export function Security({ me }: { me: Me }) {
  const { t } = useText();
  const { items, reload } = useLoaded<Credential>(listCredentials);
  const others = items?.filter(({ providerId }) => providerId !== PASSWORD) ?? [];
  const hasPassword = items?.some(({ providerId }) => providerId === PASSWORD) ?? false;
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('security.title')}</h2>
      <h3>{t('security.password')}</h3>
      {items !== null && <PasswordForm email={me.account.email} hasPassword={hasPassword} />}
      <Passkeys />
      <Devices />
      {others.length > 0 && (
        <Providers credentials={others} isLast={items?.length === 1} onChanged={reload} />
      )}
    </section>
  );
}

interface ProvidersProps {
  readonly credentials: readonly Credential[];
  /** Whether it is the only way in. */
  readonly isLast: boolean;
  readonly onChanged: () => void;
}

function Providers({ credentials, isLast, onChanged }: ProvidersProps) {
  const { t } = useText();
  const say = useOutcome();
  const { data } = useQuery(ServiceDocument);
  const [isBusy, setIsBusy] = useState(false);
  const nameOf = ({ providerId }: Credential): string =>
    data?.service.signInProviders.find(({ id }) => id === providerId)?.name ?? providerId;
  const end = async (credential: Credential) => {
    setIsBusy(true);
    const isDone = say(
      await unlink(credential),
      t('security.unlinked', { name: nameOf(credential) }),
    );
    setIsBusy(false);
    if (isDone) onChanged();
  };
  return (
    <>
      <h3>{t('security.providers')}</h3>
      <ul className={classes.list}>
        {credentials.map((credential) =>
          isLast ? (
            <li key={credential.id}>{nameOf(credential)}</li>
          ) : (
            <Item
              key={credential.id}
              label={t('security.unlink')}
              fullLabel={t('security.unlinkOf', { name: nameOf(credential) })}
              warning={t('security.unlinkText', { name: nameOf(credential) })}
              isBusy={isBusy}
              onEnd={() => void end(credential)}
            >
              {nameOf(credential)}
            </Item>
          ),
        )}
      </ul>
    </>
  );
}
