import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { Page } from '../../components/page.js';
import { PostingCard } from '../../components/posting/posting-card.js';
import { ShowMore } from '../../components/show-more.js';
import { useText } from '../../lang/text.js';
import { mayPost, useSession } from '../../session/session.js';
import { countFilters } from './browse-filter.js';
import { BrowseFilters } from './browse-filters.js';
import classes from './browse.module.css';
import { ChosenFilters } from './chosen-filters.js';
import { KindTabs } from './kind-tabs.js';
import { NothingFound } from './nothing-found.js';
import { OrderSelect } from './order-select.js';
import { NamedTags, SearchNotes } from './search-notes.js';
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
  const choosing = { filter, facets: list.facets, onChange: setFilter };
  return (
    <Page
      title={t(texts.title)}
      lead={t(texts.lead)}
      width="wide"
      actions={mayPost(me) && <PostButton kind={kind} />}
    >
      <div className={classes.layout}>
        <BrowseFilters kind={kind} totalCount={totalCount} {...choosing} />
        <section aria-label={t(texts.title)} className={classes.results}>
          <VisuallyHidden component="h2">{t('browse.results')}</VisuallyHidden>
          <div className={classes.head}>
            <KindTabs kind={kind} facets={list.facets} />
            <OrderSelect
              order={list.order}
              isSearching={filter.search.trim() !== ''}
              onChange={list.setOrder}
            />
          </div>
          <ChosenFilters {...choosing} />
          <div role="status" className={classes.notes}>
            <VisuallyHidden component="p">
              {totalCount !== undefined && t('browse.count', { count: totalCount })}
              {!postings && !list.error && t('common.loading')}
            </VisuallyHidden>
            {list.understood && <SearchNotes understood={list.understood} />}
          </div>
          {list.understood && totalCount !== 0 && (
            <NamedTags
              understood={list.understood}
              chosen={filter.tags}
              onChoose={(tag) => setFilter({ ...filter, tags: [...filter.tags, tag] })}
            />
          )}
          {Boolean(list.error) && !postings && (
            <ErrorView error={list.error} onRetry={list.retry} />
          )}
          {!postings && !list.error && <Placeholders />}
          {postings?.length === 0 && (
            <div className="panel">
              {countFilters(filter) > 0 ? (
                <NothingFound kind={kind} {...choosing} />
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
          <ShowMore of={list} className={classes.more ?? ''} />
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
