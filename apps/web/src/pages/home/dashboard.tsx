import { NoOrganisation } from '../../components/no-organisation.js';
import { Page } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, mayPost, type Me } from '../../session/session.js';
import { CoordinatorDesk } from './coordinator-desk.js';
import { FirstSteps } from './first-steps.js';
import { HomeNewest } from './home-newest.js';
import { MemberDesk } from './member-desk.js';
import classes from './dashboard.module.css';

/** What waits for whoever is signed in, and what is new. */
export default function Dashboard({ me }: { me: Me }) {
  const { t } = useText();
  const isStaff = isStaffRole(me.role);
  return (
    <Page title={t('desk.title')} lead={t('desk.lead', { name: me.account.name })}>
      <div className={classes.desk}>
        {isStaff && <CoordinatorDesk />}
        {mayPost(me) && <MemberDesk me={me} isStaff={isStaff} />}
        {!mayPost(me) && !isStaff && (
          <>
            <FirstSteps me={me} hasPosted={false} />
            <NoOrganisation />
          </>
        )}
        <HomeNewest />
      </div>
    </Page>
  );
}
