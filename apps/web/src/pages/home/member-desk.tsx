import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { MemberDeskDocument, type MemberDeskQuery } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import type { Me } from '../../session/session.js';
import { FirstSteps } from './first-steps.js';
import classes from './dashboard.module.css';
import { waitingFor } from './waiting.js';
import { WaitingRow } from './waiting-row.js';

interface MemberDeskProps {
  readonly me: Me;
  /** Whether it stands below what waits for a coordinator. */
  readonly isStaff: boolean;
}

/** What waits for a member of an organisation, and how to begin. */
export function MemberDesk({ me, isStaff }: MemberDeskProps) {
  const { locale } = useText();
  const { data, error, refetch } = useQuery(MemberDeskDocument, {
    variables: { locale },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingView />;
  const postings = postingsOf(data);
  return (
    <>
      {!isStaff && <FirstSteps me={me} hasPosted={postings.some(isHandedIn)} />}
      <WhatWaits data={data} postings={postings} isStaff={isStaff} />
    </>
  );
}

const postingsOf = ({ needs, offers }: MemberDeskQuery) => [
  ...needs.edges.map(({ node }) => ({ kind: 'NEED' as const, ...node })),
  ...offers.edges.map(({ node }) => ({ kind: 'OFFER' as const, ...node })),
];

const isHandedIn = ({ state }: ReturnType<typeof postingsOf>[number]): boolean =>
  state !== 'DRAFT' && state !== 'CLOSED';

interface WhatWaitsProps {
  readonly data: MemberDeskQuery;
  readonly postings: ReturnType<typeof postingsOf>;
  readonly isStaff: boolean;
}

function WhatWaits({ data, postings, isStaff }: WhatWaitsProps) {
  const { t } = useText();
  const [now] = useState(() => new Date());
  const waiting = waitingFor(
    data.matches.edges.map(({ node }) => node),
    postings,
    now,
  );
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className={classes.heading}>
        {t(isStaff ? 'desk.waitingOwn' : 'desk.waiting', { count: waiting.length })}
      </h2>
      <div className="panel">
        {waiting.length === 0 && <NothingWaits />}
        <ul className={classes.rows}>
          {waiting.map((one) => (
            <WaitingRow
              key={`${one.is}-${'match' in one ? one.match.id : one.posting.id}`}
              waiting={one}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

function NothingWaits() {
  const { t } = useText();
  return (
    <EmptyState picture="letters" text={t('desk.nothing')}>
      <Button component={Link} to="/matches" variant="default" size="sm">
        {t('desk.allMatches')}
      </Button>
    </EmptyState>
  );
}
