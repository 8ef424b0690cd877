import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { BackLink, usePageTitle } from '../../components/page.js';
import { OwnerLine } from '../../components/posting/owner-line.js';
import { PostingFacts } from '../../components/posting/posting-facts.js';
import { TagList } from '../../components/tag-chip.js';
import { reviewPath, useHeadingFocus, useVisit } from '../../components/visit.js';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';
import { isStaffRole, type Me, useSession } from '../../session/session.js';
import { PostingMatches } from './posting-matches.js';
import { PostingStanding } from './posting-standing.js';
import { PostingVersions } from './posting-versions.js';
import type { ShownPosting } from './shown-posting.js';
import classes from './posting-page.module.css';

/** Coordinators alone need it. */
const PostingProgramme = lazy(() => import('../../components/programmes/posting-programme.js'));

/** Asked for by few. */
const ReportButton = lazy(() => import('./report-button.js'));

/** Whether the reader may tell coordinators that it should not be there. */
const mayReport = ({ mine, state, visibility }: ShownPosting, me: Me | null): boolean =>
  me?.account.confirmed === true &&
  !mine &&
  state === 'PUBLISHED' &&
  visibility !== 'COORDINATORS_ONLY';

/** A posting on its own page: what everybody may read, and what concerns its owner. */
export function PostingView({ posting }: { posting: ShownPosting }) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const { me } = useSession();
  const { kind } = posting;
  const heading = useHeadingFocus();
  usePageTitle(posting.title);
  const showsStanding = posting.mine || isStaffRole(me?.role);
  return (
    <div className={classes.page}>
      <WayBack posting={posting} />
      {showsStanding && <PostingStanding posting={posting} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <article className={`panel ${classes.article}`}>
            <p className={classes.kind}>
              {t(`postingKind.${kind}`)}
              {posting.publishedAt && (
                <span> · {t('posting.published', { when: relativeDay(posting.publishedAt) })}</span>
              )}
            </p>
            <h1 className={classes.title} ref={heading} tabIndex={-1}>
              {posting.title}
            </h1>
            <OwnerLine owner={posting} />
            <p className={classes.summary}>{posting.summary}</p>
            <TagList tags={posting.tags} />
            <PostingTexts posting={posting} />
          </article>
          {showsStanding && posting.state !== 'DRAFT' && (
            <PostingVersions kind={kind} id={posting.id} />
          )}
        </div>
        <aside className={classes.aside}>
          <section className="panel" aria-labelledby="facts">
            <h2 id="facts">{t('posting.facts')}</h2>
            <PostingFacts posting={posting} />
          </section>
          {isStaffRole(me?.role) && posting.state !== 'DRAFT' && (
            <Suspense fallback={null}>
              <PostingProgramme posting={posting} />
            </Suspense>
          )}
          {showsStanding && <PostingMatches kind={kind} id={posting.id} />}
          {!posting.mine && !isStaffRole(me?.role) && <HowToMeet kind={kind} />}
          {mayReport(posting, me) && (
            <Suspense fallback={null}>
              <ReportButton id={posting.id} />
            </Suspense>
          )}
        </aside>
      </div>
    </div>
  );
}

/** Where the reader came from; else the list of its kind. */
function WayBack({ posting }: { posting: ShownPosting }) {
  const { t } = useText();
  const { me } = useSession();
  const { from, match } = useVisit();
  if (from === 'postings' && posting.mine) {
    return <BackLink to="/postings" label={t('myPostings.backTo')} />;
  }
  const awaitsReview = posting.state === 'SUBMITTED' && !posting.mine;
  if (isStaffRole(me?.role) && (from === 'review' || awaitsReview)) {
    return <BackLink to={reviewPath(match)} label={t('review.backTo')} />;
  }
  const isNeed = posting.kind === 'NEED';
  return (
    <BackLink
      to={isNeed ? '/needs' : '/offers'}
      label={t(isNeed ? 'browse.needs.title' : 'browse.offers.title')}
    />
  );
}

function PostingTexts({ posting }: { posting: ShownPosting }) {
  return (
    <>
      <TextBlock title="posting.description" text={posting.description} />
      {posting.kind === 'NEED' && (
        <>
          <TextBlock title="posting.tried" text={posting.tried} />
          <TextBlock title="posting.goal" text={posting.goal} />
        </>
      )}
      {posting.kind === 'OFFER' && <TextBlock title="posting.evidence" text={posting.evidence} />}
      <TextBlock title="posting.confidential" text={posting.confidential} />
    </>
  );
}

function TextBlock({ title, text }: { title: MessageId; text: string | null }) {
  const { t } = useText();
  if (!text) return null;
  return (
    <section className={classes.block}>
      <h2>{t(title)}</h2>
      <p className="prose">{text}</p>
    </section>
  );
}

/** Nobody is contacted directly: a reader who fits posts the other side. */
function HowToMeet({ kind }: { kind: ShownPosting['kind'] }) {
  const { t } = useText();
  const isNeed = kind === 'NEED';
  return (
    <section className={classes.meet}>
      <h2>{t('posting.meetTitle')}</h2>
      <p>{t(isNeed ? 'posting.meetNeed' : 'posting.meetOffer')}</p>
      <Link to={isNeed ? '/offers/new' : '/needs/new'}>
        {t(isNeed ? 'action.postOffer' : 'action.postNeed')}
      </Link>
    </section>
  );
}
