import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import type { PostingKind } from '@wilma/domain';
import { Link } from 'react-router';
import { PostingCard } from '../../components/posting/posting-card.js';
import {
  NeedsDocument,
  OffersDocument,
  type PostingCardFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './home.module.css';

const SHOWN = 3;

/** The newest of what is publicly listed, on both sides. */
export function HomeNewest() {
  const { t, locale } = useText();
  const variables = { orderBy: 'NEWEST', first: SHOWN, locale } as const;
  const needs = useQuery(NeedsDocument, { variables });
  const offers = useQuery(OffersDocument, { variables });
  return (
    <section className={classes.newest}>
      <NewestColumn
        kind="NEED"
        title={t('home.newestNeeds')}
        more={{ to: '/needs', label: t('home.allNeeds') }}
        postings={needs.data?.needs.edges.map((edge) => edge.node)}
      />
      <NewestColumn
        kind="OFFER"
        title={t('home.newestOffers')}
        more={{ to: '/offers', label: t('home.allOffers') }}
        postings={offers.data?.offers.edges.map((edge) => edge.node)}
      />
    </section>
  );
}

interface NewestColumnProps {
  readonly kind: PostingKind;
  readonly title: string;
  readonly more: { readonly to: string; readonly label: string };
  readonly postings: readonly PostingCardFragment[] | undefined;
}

function NewestColumn({ kind, title, more, postings }: NewestColumnProps) {
  const { t } = useText();
  return (
    <div className={classes.column}>
      <div className={classes.columnHead}>
        <h2>{title}</h2>
        <Link to={more.to}>{more.label}</Link>
      </div>
      {!postings && [0, 1, 2].map((card) => <Skeleton key={card} h={150} radius={10} />)}
      {postings?.length === 0 && <p className="soft">{t('home.nothingYet')}</p>}
      {postings?.slice(0, SHOWN).map((posting) => (
        <PostingCard key={posting.id} kind={kind} posting={posting} />
      ))}
    </div>
  );
}
