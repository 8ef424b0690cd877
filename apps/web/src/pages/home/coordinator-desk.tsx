import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import {
  CoordinatorDeskDocument,
  type CoordinatorDeskQuery,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './dashboard.module.css';

interface Tile {
  /** Where it is done; nowhere where it is listed below. */
  readonly to: string | null;
  readonly label: MessageId;
  readonly count: number;
  /** Whether it should not be there at all. */
  readonly isLate?: boolean;
}

/** What waits for coordinators, by where they do it. */
export function CoordinatorDesk() {
  const { data, error, refetch } = useQuery(CoordinatorDeskDocument, {
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingView lines={2} />;
  return (
    <>
      <Tiles tiles={tilesOf(data)} />
      <Overdue overdue={data.overdue} />
    </>
  );
}

const tilesOf = (data: CoordinatorDeskQuery): Tile[] => [
  { to: '/review', label: 'desk.suggested', count: data.suggested.totalCount },
  { to: '/review', label: 'desk.questions', count: data.questions.totalCount },
  {
    to: '/needs?state=SUBMITTED',
    label: 'desk.submittedNeeds',
    count: data.submittedNeeds.totalCount,
  },
  {
    to: '/offers?state=SUBMITTED',
    label: 'desk.submittedOffers',
    count: data.submittedOffers.totalCount,
  },
  { to: '/organisations', label: 'desk.unverified', count: data.unverified.totalCount },
  { to: '/posting-reports', label: 'desk.reports', count: data.reports.totalCount },
  { to: null, label: 'desk.overdue', count: data.overdue.totalCount, isLate: true },
];

function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useText();
  return (
    <ul className={classes.tiles}>
      {tiles.map(({ to, label, count, isLate }) => (
        <li key={label}>
          <TileFrame to={to} data-some={count > 0} data-late={isLate === true && count > 0}>
            <b className="tabular">{count}</b>
            <span>{t(label, { count })}</span>
          </TileFrame>
        </li>
      ))}
    </ul>
  );
}

interface TileFrameProps {
  readonly to: string | null;
  readonly 'data-some': boolean;
  readonly 'data-late': boolean;
  readonly children: ReactNode;
}

function TileFrame({ to, ...props }: TileFrameProps) {
  const className = `panel ${classes.tile}`;
  return to === null ? (
    <div className={className} {...props} />
  ) : (
    <Link to={to} className={className} {...props} />
  );
}

/** The oldest of what is late, each a link to where it is decided. */
function Overdue({ overdue }: Pick<CoordinatorDeskQuery, 'overdue'>) {
  const { t } = useText();
  const { relativeDay } = useDates();
  if (overdue.edges.length === 0) return null;
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue" className={classes.heading}>
        {t('desk.overdueTitle')}
      </h2>
      <ul className={`panel ${classes.rows}`}>
        {overdue.edges.map(({ node: { id, need, offer, deadline } }) => (
          <li key={id} className={classes.row}>
            <div className={classes.rowText}>
              <Link to={`/matches/${id}`} className={classes.rowLink}>
                {need.title}
              </Link>
              <p className="soft">{offer.title}</p>
              {deadline !== null && (
                <p className={classes.rowDue}>
                  {t('desk.overdueSince', { when: relativeDay(deadline) })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
