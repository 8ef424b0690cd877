import { skipToken, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { callToActionFor } from '../../components/layout/navigation.js';
import { ColleaguesDocument } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import type { Me } from '../../session/session.js';
import classes from './dashboard.module.css';

interface FirstStepsProps {
  readonly me: Me;
  /** Whether the organisation has ever handed anything in. */
  readonly hasPosted: boolean;
}

/** How to begin; gone once everything is done, or on demand. */
export function FirstSteps({ me, hasPosted }: FirstStepsProps) {
  const { t } = useText();
  const organisation = me.memberships[0]?.organisation;
  const { data } = useQuery(
    ColleaguesDocument,
    organisation ? { variables: { organisation: organisation.id } } : skipToken,
  );
  const [hidden, setHidden] = useLocalStorage({ key: `first-steps-${me.account.id}` });
  const hasColleague = !data || data.members.totalCount > 1 || data.invitations.totalCount > 0;
  const isDone = organisation !== undefined && hasPosted && hasColleague;
  if (isDone || hidden === 'hidden') return null;
  const post = callToActionFor(me.role);
  return (
    <section className={`panel ${classes.steps}`} aria-labelledby="first-steps">
      <div className={classes.stepsHead}>
        <h2 id="first-steps" className={classes.heading}>
          {t('desk.steps')}
        </h2>
        <Button variant="subtle" size="compact-sm" onClick={() => setHidden('hidden')}>
          {t('desk.stepsHide')}
        </Button>
      </div>
      <ol>
        <Step isDone={organisation !== undefined} title="desk.stepOrganisation">
          {organisation
            ? t(organisation.verified ? 'desk.stepVerified' : 'desk.stepUnverified', {
                name: organisation.name,
              })
            : t('desk.stepNoOrganisation')}
        </Step>
        <Step isDone={hasPosted} title="desk.stepPosting">
          {t('desk.stepPostingText')}{' '}
          {!hasPosted && post && <Link to={post.to}>{t(post.label)}</Link>}
        </Step>
        <Step isDone={hasColleague && organisation !== undefined} title="desk.stepColleague">
          {t('desk.stepColleagueText')}{' '}
          {organisation?.verified && <Link to="/settings">{t('desk.stepInvite')}</Link>}
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  readonly isDone: boolean;
  readonly title: MessageId;
  readonly children: ReactNode;
}

function Step({ isDone, title, children }: StepProps) {
  const { t } = useText();
  const Icon = isDone ? IconCircleCheckFilled : IconCircle;
  return (
    <li data-done={isDone || undefined}>
      <Icon size={22} role="img" aria-label={t(isDone ? 'desk.stepDone' : 'desk.stepOpen')} />
      <div>
        <h3>{t(title)}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
