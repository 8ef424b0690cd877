import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { ShowMore, useMore } from '../../components/show-more.js';
import { MailProblemsDocument, type MailProblemsQuery } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './mail-problems.module.css';

const PAGE_SIZE = 30;

type Problem = MailProblemsQuery['mailProblems']['edges'][number]['node'];

/** Mails that could not be delivered, for coordinators: whom they did not reach, and why. */
export default function MailProblemsPage() {
  const { t } = useText();
  const query = useQuery(MailProblemsDocument, {
    variables: { first: PAGE_SIZE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data, error, refetch } = query;
  const more = useMore(query, data?.mailProblems.pageInfo);
  const problems = data?.mailProblems.edges.map(({ node }) => node);
  return (
    <Page title={t('mailProblems.title')} lead={t('mailProblems.lead')} width="narrow">
      {!problems && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!problems && !error && <LoadingView />}
      {problems?.length === 0 && (
        <div className="panel">
          <EmptyState picture="letters" text={t('mailProblems.none')} />
        </div>
      )}
      {problems && problems.length > 0 && (
        <ul className={classes.list}>
          {problems.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} />
          ))}
        </ul>
      )}
      <ShowMore of={more} mt="lg" />
    </Page>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { t } = useText();
  const { moment } = useDates();
  const { subject, toName, toAddress, state, lastError, createdAt, matchId } = problem;
  return (
    <li className={`panel ${classes.row}`}>
      <h2>{subject}</h2>
      <p>{toName === toAddress ? toAddress : `${toName} · ${toAddress}`}</p>
      <p className="soft">
        <time dateTime={createdAt}>{moment(createdAt)}</time> ·{' '}
        {t(state === 'REFUSED' ? 'mailProblems.refused' : 'mailProblems.tried')}
      </p>
      {lastError && <p className={classes.error}>{lastError}</p>}
      {matchId && (
        <Anchor component={Link} to={`/matches/${matchId}`}>
          {t('mailProblems.match')}
        </Anchor>
      )}
    </li>
  );
}
