import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { ErrorView } from '../../components/error-view.js';
import { ShowMore, useMore } from '../../components/show-more.js';
import { PipelineColumnDocument, type MatchFilter } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { type ColumnPlan, columnRequest } from './columns.js';
import { PipelineCard } from './pipeline-card.js';
import classes from './pipeline.module.css';

const PAGE_SIZE = 20;

interface PipelineColumnProps {
  readonly plan: ColumnPlan;
  readonly filter: MatchFilter;
  /** Whether it is the one that a phone shows. */
  readonly isShown: boolean;
  readonly now: Date;
}

/** The matches of one stage: how many, how many of them are overdue, and page by page which. */
export function PipelineColumn({ plan, filter, isShown, now }: PipelineColumnProps) {
  const { t } = useText();
  const query = useQuery(PipelineColumnDocument, {
    variables: { ...columnRequest(plan, filter), first: PAGE_SIZE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data, previousData, error, refetch } = query;
  const more = useMore(query, data?.matches.pageInfo);
  const shown = data ?? previousData;
  const cards = shown?.matches.edges.map(({ node }) => node);
  const late = plan.isOpen ? (shown?.late.totalCount ?? 0) : 0;
  const title = `column-${plan.key}`;
  return (
    <section
      className={classes.column}
      aria-labelledby={title}
      aria-busy={!data}
      data-shown={isShown || undefined}
    >
      <div className={classes.columnHead}>
        <h2 id={title}>
          {t(plan.title)}
          {shown && <span className={classes.count}>{shown.matches.totalCount}</span>}
        </h2>
        {late > 0 && <p className={classes.late}>{t('pipeline.late', { count: late })}</p>}
      </div>
      {!cards && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!cards && !error && <Skeleton h={96} radius={10} />}
      {cards?.length === 0 && <p className={classes.empty}>{t(plan.empty)}</p>}
      {cards && cards.length > 0 && (
        <ul className={classes.cards}>
          {cards.map((match) => (
            <li key={match.id}>
              <PipelineCard match={match} now={now} isOpen={plan.isOpen} />
            </li>
          ))}
        </ul>
      )}
      <ShowMore
        of={more}
        size="sm"
        fullWidth
        mt="sm"
        aria-label={t('pipeline.moreOf', { column: t(plan.title) })}
      />
    </section>
  );
}
