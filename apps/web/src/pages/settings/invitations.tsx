import { useText } from '../../lang/text.js';
import type { Me } from '../../session/session.js';
import { InviteForm } from './invite-form.js';
import classes from './settings.module.css';

/** Whom one takes along: only into an organisation that a coordinator vouches for. */
export function Invitations({ me }: { me: Me }) {
  const { t } = useText();
  const isStaff = me.role === 'COORDINATOR' || me.role === 'ADMIN';
  const open = me.memberships.filter(({ organisation }) => isStaff || organisation.verified);
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('settings.invite')}</h2>
      {open.length > 0 ? <InviteForm memberships={open} /> : <p>{t('settings.inviteLater')}</p>}
    </section>
  );
}
