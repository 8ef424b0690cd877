import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { ErrorPage } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { NeedDocument, OfferDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { PostingView } from './posting-view.js';
import type { ShownPosting } from './shown-posting.js';

export function NeedPage() {
  const { id = '' } = useParams();
  const { locale } = useText();
  const { data, error, refetch } = useQuery(NeedDocument, { variables: { id, locale } });
  const posting = data && ({ kind: 'NEED', ...data.need } as const);
  return <PostingFrame posting={posting} error={error} onRetry={() => void refetch()} />;
}

export function OfferPage() {
  const { id = '' } = useParams();
  const { locale } = useText();
  const { data, error, refetch } = useQuery(OfferDocument, { variables: { id, locale } });
  // An offer has a kind of its own.
  const posting = data && ({ ...data.offer, kind: 'OFFER', offerKind: data.offer.kind } as const);
  return <PostingFrame posting={posting} error={error} onRetry={() => void refetch()} />;
}

interface PostingFrameProps {
  readonly posting: ShownPosting | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function PostingFrame({ posting, error, onRetry }: PostingFrameProps) {
  const { t } = useText();
  // What somebody writes about one posting must never be shown at another.
  if (posting) return <PostingView key={posting.id} posting={posting} />;
  if (error) return <ErrorPage error={error} onRetry={onRetry} />;
  return (
    <Page title={t('common.loading')}>
      <LoadingView />
    </Page>
  );
}
