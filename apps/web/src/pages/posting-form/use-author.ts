import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import type { Author } from './form-values.js';

/** The viewer as the author of a form; coordinators write for others to begin with. */
export function useAuthor(): Author {
  const { locale } = useText();
  const { me } = useSession();
  if (!me) throw new Error('the form needs an account');
  return {
    locale,
    account: me.account,
    organisations: me.memberships.map((membership) => membership.organisation),
    isForOthers: isStaffRole(me.role),
  };
}
