import {
  IconCalendar,
  IconGauge,
  IconHourglass,
  IconCoin,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { OwnerLine } from '../posting/owner-line.js';
import { postingPath } from '../posting/posting-path.js';
import { trlKey, usePeriod } from '../posting/posting-words.js';
import { TagList } from '../tag-chip.js';
import type { Visit } from '../visit.js';
import { joinedTags } from './explanation.js';
import { isReleased } from './is-released.js';
import classes from './match.module.css';

type PairedPosting = MatchFullFragment['need'] | MatchFullFragment['offer'];

/** Both postings side by side, with the tags marked that join them. */
export function MatchPair({ match, visit }: { match: MatchFullFragment; visit?: Visit }) {
  const joined = joinedTags(match.reasons);
  const common = { visit, isReleased: isReleased(match.state) };
  return (
    <div className={`panel ${classes.pair}`}>
      <PairSide kind="NEED" posting={match.need} shared={joined.need} {...common}>
        <NeedFacts need={match.need} />
      </PairSide>
      <PairSide kind="OFFER" posting={match.offer} shared={joined.offer} {...common}>
        <OfferFacts offer={match.offer} />
      </PairSide>
    </div>
  );
}

interface PairSideProps {
  readonly kind: PostingKind;
  readonly posting: PairedPosting;
  readonly shared: ReadonlySet<string>;
  readonly isReleased: boolean;
  /** What the posting's page is told when it is opened from here. */
  readonly visit: Visit | undefined;
  readonly children: ReactNode;
}

function PairSide({ kind, posting, shared, isReleased, visit, children }: PairSideProps) {
  const { t } = useText();
  return (
    <section className={classes.side} data-kind={kind} aria-labelledby={`posting-${posting.id}`}>
      <p className={classes.kind}>{t(`postingKind.${kind}`)}</p>
      <h2 className={classes.sideTitle} id={`posting-${posting.id}`}>
        <Link to={postingPath(kind, posting.id)} state={visit}>
          {posting.title}
        </Link>
      </h2>
      <OwnerLine owner={posting} isReleased={isReleased} />
      <p className={classes.summary}>{posting.summary}</p>
      <details className={classes.more}>
        <summary>{t('match.wholeText')}</summary>
        <p className="prose">{posting.description}</p>
      </details>
      <TagList tags={posting.tags} shared={shared} />
      <ul className={classes.sideFacts}>{children}</ul>
    </section>
  );
}

function NeedFacts({ need }: { need: MatchFullFragment['need'] }) {
  const { t } = useText();
  return (
    <>
      <CommonFacts posting={need} />
      {need.budget && (
        <li>
          <IconCoin size={16} aria-hidden /> {t('posting.budget')}: {t(`budget.${need.budget}`)}
        </li>
      )}
      {need.urgency === 'HIGH' && (
        <li>
          <IconHourglass size={16} aria-hidden /> {t('urgency.HIGH')}
        </li>
      )}
    </>
  );
}

function OfferFacts({ offer }: { offer: MatchFullFragment['offer'] }) {
  return <CommonFacts posting={offer} />;
}

function CommonFacts({ posting }: { posting: PairedPosting }) {
  const { t } = useText();
  const period = usePeriod(posting);
  return (
    <>
      {posting.cooperationForms.length > 0 && (
        <li>
          <IconUsersGroup size={16} aria-hidden />{' '}
          {posting.cooperationForms.map((form) => t(`cooperationForm.${form}`)).join(', ')}
        </li>
      )}
      {posting.trl !== null && (
        <li>
          <IconGauge size={16} aria-hidden /> {t('posting.trl')}: {t(`trl.${trlKey(posting.trl)}`)}
        </li>
      )}
      {period && (
        <li>
          <IconCalendar size={16} aria-hidden /> {period}
        </li>
      )}
    </>
  );
}
