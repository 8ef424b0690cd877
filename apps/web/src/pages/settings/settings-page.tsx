import { Stack } from '@mantine/core';
import { JoinOrganisations } from '../../components/organisations/join-organisations.js';
import { Page } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { DigestChoice } from './digest-choice.js';
import { Invitations } from './invitations.js';
import { MyData } from './my-data.js';
import { OwnOrganisations } from './own-organisations.js';
import { Security } from './security/security.js';
import classes from './settings.module.css';

/** What one sets for oneself, and whom one takes along. */
export default function SettingsPage() {
  const { t } = useText();
  const { me } = useSession();
  if (!me) return null;
  const { name, email } = me.account;
  return (
    <Page title={t('settings.title')} width="narrow">
      <Stack gap="lg">
        <section className={`panel ${classes.box}`}>
          <h2>{t('settings.account')}</h2>
          <p>{t('invitation.signedIn', { name, email })}</p>
        </section>
        <JoinOrganisations />
        {me.memberships.length > 0 && <OwnOrganisations memberships={me.memberships} />}
        <Security me={me} />
        {me.memberships.length > 0 && <Invitations me={me} />}
        {me.role === 'COORDINATOR' && <DigestChoice />}
        <MyData />
      </Stack>
    </Page>
  );
}
