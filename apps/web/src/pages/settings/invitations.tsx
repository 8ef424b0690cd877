import { useText } from '../../lang/text.js';
import { isStaffRole, type Me } from '../../session/session.js';
import { InviteForm } from './invite-form.js';
import classes from './settings.module.css';

/** Whom one takes along: only into an organisation that a coordinator vouches for. */
export function Invitations({ me }: { me: Me }) {
  const { t } = useText();
  const open = me.memberships.filter(
    ({ organisation }) => isStaffRole(me.role) || organisation.verified,
  );
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('settings.invite')}</h2>
      {open.length > 0 ? <InviteForm memberships={open} /> : <p>{t('settings.inviteLater')}</p>}
    </section>
  );
}
