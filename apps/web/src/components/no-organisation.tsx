import { Anchor, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useText } from '../lang/text.js';
import { isStaffRole, useSession } from '../session/session.js';
import { Notice } from './notice.js';
import { JoinOrganisations } from './organisations/join-organisations.js';

/** For accounts that belong to no organisation: why nothing is here, and where coordinators go on. */
export function NoOrganisation() {
  const { t } = useText();
  const { me } = useSession();
  return (
    <Stack gap="md">
      <JoinOrganisations />
      <Notice tone="wait">
        <p>{t('form.noOrganisation')}</p>
        {isStaffRole(me?.role) && (
          <Anchor component={Link} to="/review">
            {t('home.toReview')}
          </Anchor>
        )}
      </Notice>
    </Stack>
  );
}
