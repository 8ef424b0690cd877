import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '../../components/notice.js';
import { useToasts } from '../../components/toasts.js';
import { TwoSteps } from '../../components/two-steps.js';
import { useAttempt } from '../../components/use-attempt.js';
import { LeaveOrganisationDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import type { OwnMembership } from './own-membership.js';
import classes from './organisation.module.css';
import { useMembers } from './use-members.js';

/** The way out, and who answers for one's postings from then on. */
export function LeaveSection({ organisation: { id, name } }: Pick<OwnMembership, 'organisation'>) {
  const { t } = useText();
  const { me, startOver } = useSession();
  const { showDone } = useToasts();
  const navigate = useNavigate();
  const { members = [] } = useMembers(id);
  const [leave] = useMutation(LeaveOrganisationDocument);
  const { problem, busy, attempt } = useAttempt();
  const [successor, setSuccessor] = useState('');
  const others = members.filter(({ account }) => account.id !== me?.account.id);

  const go = async () => {
    const variables = { organisation: id, successor: successor === '' ? null : successor };
    if (!(await attempt(() => leave({ variables })))) return;
    void navigate('/settings');
    await startOver();
    showDone(t('organisation.left', { name }));
  };

  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('organisation.leave')}</h2>
      <p>{t('organisation.leaveText')}</p>
      {problem && (
        <Notice tone="bad" isUrgent>
          <p>{problem}</p>
        </Notice>
      )}
      <div>
        <TwoSteps label={t('organisation.leave')} busy={busy} onDo={() => void go()}>
          {others.length > 0 && (
            <NativeSelect
              label={t('organisation.successor')}
              value={successor}
              onChange={(event) => setSuccessor(event.currentTarget.value)}
              data={[
                { value: '', label: t('organisation.someManager') },
                ...others.map(({ account }) => ({ value: account.id, label: account.name })),
              ]}
            />
          )}
        </TwoSteps>
      </div>
    </section>
  );
}
