import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { Page } from '../../components/page.js';
import { PostingCard } from '../../components/posting/posting-card.js';
import { useText } from '../../lang/text.js';
import { mayPost, useSession } from '../../session/session.js';
import { countFilters, NO_FILTER } from './browse-filter.js';
import { BrowseFilters } from './browse-filters.js';
import classes from './browse.module.css';
import { usePostings } from './use-postings.js';

export function NeedsPage() {
  return <BrowsePage kind="NEED" />;
}

export function OffersPage() {
  return <BrowsePage kind="OFFER" />;
}

const TEXTS = {
  NEED: {
    title: 'browse.needs.title',
    lead: 'browse.needs.lead',
    empty: 'browse.needs.empty',
    post: 'action.postNeed',
    postPath: '/needs/new',
  },
  OFFER: {
    title: 'browse.offers.title',
    lead: 'browse.offers.lead',
    empty: 'browse.offers.empty',
    post: 'action.postOffer',
    postPath: '/offers/new',
  },
} as const;

/** What is publicly listed on one side, narrowed by filters in the address. */
function BrowsePage({ kind }: { kind: PostingKind }) {
  const { t } = useText();
  const { me } = useSession();
  const texts = TEXTS[kind];
  const list = usePostings(kind);
  const { filter, setFilter, postings, totalCount } = list;
  return (
    <Page
      title={t(texts.title)}
      lead={t(texts.lead)}
      width="wide"
      actions={mayPost(me) && <PostButton kind={kind} />}
    >
      <div className={classes.layout}>
        <BrowseFilters filter={filter} onChange={setFilter} />
        <section aria-label={t(texts.title)} className={classes.results}>
          <VisuallyHidden component="h2">{t('browse.results')}</VisuallyHidden>
          <p className={classes.count} role="status">
            {totalCount === undefined ? '\u00a0' : t('browse.count', { count: totalCount })}
          </p>
          {Boolean(list.error) && !postings && (
            <ErrorView error={list.error} onRetry={list.retry} />
          )}
          {!postings && !list.error && <Placeholders />}
          {postings?.length === 0 && (
            <div className="panel">
              {countFilters(filter) > 0 ? (
                <EmptyState
                  picture="map"
                  title={t('browse.nothingFound')}
                  text={t('browse.nothingFoundText')}
                >
                  <Button onClick={() => setFilter(NO_FILTER)}>{t('browse.clear')}</Button>
                </EmptyState>
              ) : (
                <EmptyState picture="paper" text={t(texts.empty)}>
                  {mayPost(me) && <PostButton kind={kind} />}
                </EmptyState>
              )}
            </div>
          )}
          <div className={classes.cards}>
            {postings?.map((posting) => (
              <PostingCard key={posting.id} kind={kind} posting={posting} />
            ))}
          </div>
          {list.hasMore && (
            <Button
              variant="default"
              loading={list.loadingMore}
              onClick={list.showMore}
              className={classes.more}
            >
              {t('action.showMore')}
            </Button>
          )}
        </section>
      </div>
    </Page>
  );
}

function PostButton({ kind }: { kind: PostingKind }) {
  const { t } = useText();
  return (
    <Button
      component={Link}
      to={TEXTS[kind].postPath}
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t(TEXTS[kind].post)}
    </Button>
  );
}

function Placeholders() {
  return (
    <div className={classes.cards}>
      {[0, 1, 2, 3].map((card) => (
        <Skeleton key={card} h={170} radius={10} />
      ))}
    </div>
  );
}
