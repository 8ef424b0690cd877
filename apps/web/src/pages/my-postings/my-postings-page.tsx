import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { callToActionFor } from '../../components/layout/navigation.js';
import { LoadingView } from '../../components/loading-view.js';
import { NoOrganisation } from '../../components/no-organisation.js';
import { Page } from '../../components/page.js';
import {
  NeedsDocument,
  type NeedsQueryVariables,
  OffersDocument,
  type PostingCardFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, mayPost, useSession } from '../../session/session.js';
import { MyPostingRow } from './my-posting-row.js';
import classes from './my-postings.module.css';

const MINE: NeedsQueryVariables = { filter: { mine: true }, orderBy: 'NEWEST', first: 100 };
/** What coordinators have written down for callers, and what others wait with. */
const UNFINISHED: NeedsQueryVariables = {
  filter: { states: ['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED'] },
  orderBy: 'NEWEST',
  first: 100,
};

/** Which postings: of the viewer's organisations, or what coordinators still have to do with. */
type Which = 'mine' | 'unfinished';

/**
 * Everything that the viewer's organisations posted, with what can be done about it; for coordinators
 * first what is not published yet, calls that they took among it.
 */
export default function MyPostingsPage() {
  const { t } = useText();
  const { me } = useSession();
  const isStaff = isStaffRole(me?.role);
  if (!mayPost(me) && !isStaff) {
    return (
      <Page title={t('myPostings.title')}>
        <NoOrganisation />
      </Page>
    );
  }
  return (
    <Page
      title={t(isStaff ? 'myPostings.staffTitle' : 'myPostings.title')}
      lead={t(isStaff ? 'myPostings.staffLead' : 'myPostings.lead')}
    >
      <div className={classes.sections}>
        {isStaff && <Sections which="unfinished" />}
        {mayPost(me) && <Sections which="mine" />}
      </div>
    </Page>
  );
}

function Sections({ which }: { which: Which }) {
  const { locale } = useText();
  const { me } = useSession();
  const variables = { ...(which === 'mine' ? MINE : UNFINISHED), locale };
  const needs = useQuery(NeedsDocument, { variables });
  const offers = useQuery(OffersDocument, { variables });
  const shown = (edges: readonly { node: PostingCardFragment }[] | undefined) =>
    edges?.map(({ node }) => node).filter(({ mine }) => which === 'mine' || !mine);

  const error = needs.error ?? offers.error;
  const retry = () => {
    void needs.refetch();
    void offers.refetch();
  };
  if (error && !needs.data && !offers.data) return <ErrorView error={error} onRetry={retry} />;

  const needSection = (
    <KindSection key="needs" kind="NEED" which={which} postings={shown(needs.data?.needs.edges)} />
  );
  const offerSection = (
    <KindSection
      key="offers"
      kind="OFFER"
      which={which}
      postings={shown(offers.data?.offers.edges)}
    />
  );
  return me?.role === 'RESEARCHER' ? [offerSection, needSection] : [needSection, offerSection];
}

const TEXTS = {
  NEED: {
    title: 'nav.needs',
    ownTitle: 'myPostings.ownNeeds',
    empty: 'myPostings.noNeeds',
    post: 'action.postNeed',
    path: '/needs/new',
  },
  OFFER: {
    title: 'nav.offers',
    ownTitle: 'myPostings.ownOffers',
    empty: 'myPostings.noOffers',
    post: 'action.postOffer',
    path: '/offers/new',
  },
} as const;

interface KindSectionProps {
  readonly kind: PostingKind;
  readonly which: Which;
  readonly postings: readonly PostingCardFragment[] | undefined;
}

function KindSection({ kind, which, postings }: KindSectionProps) {
  const { t } = useText();
  const { me } = useSession();
  const texts = TEXTS[kind];
  const empty = which === 'mine' ? texts.empty : 'myPostings.noneWaiting';
  const isUsual = texts.path === callToActionFor(me?.role ?? null)?.to;
  // Beside what others handed in, coordinators have to tell their own.
  const title = which === 'mine' && isStaffRole(me?.role) ? texts.ownTitle : texts.title;
  const headingId = `${which}-${kind}`;
  const postButton = (
    <Button
      component={Link}
      to={texts.path}
      variant="default"
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t(texts.post)}
    </Button>
  );
  return (
    <section aria-labelledby={headingId}>
      <div className={classes.sectionHead}>
        <h2 id={headingId}>{t(title)}</h2>
        {postings && postings.length > 0 && postButton}
      </div>
      {!postings && <LoadingView lines={2} />}
      {postings && (
        <div className="panel">
          {postings.length === 0 && isUsual && (
            <EmptyState picture="paper" text={t(empty)}>
              {postButton}
            </EmptyState>
          )}
          {postings.length === 0 && !isUsual && (
            <div className={classes.unusual}>
              <p>{t(empty)}</p>
              {postButton}
            </div>
          )}
          <ul className={classes.rows}>
            {postings.map((posting) => (
              <MyPostingRow key={posting.id} kind={kind} posting={posting} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
