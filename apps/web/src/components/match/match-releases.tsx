import type { MatchQuery } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './match.module.css';

type Release = MatchQuery['match']['releases'][number];

interface MatchReleasesProps {
  readonly releases: readonly Release[];
  readonly mySides: readonly Release['side'][];
}

/** What each side was told about the other, and when: both read all of it. */
export function MatchReleases({ releases, mySides }: MatchReleasesProps) {
  const { t } = useText();
  const { moment } = useDates();
  if (releases.length === 0) return null;
  const told = (side: Release['side']) =>
    mySides.length !== 1
      ? (`released.${side}` as const)
      : mySides.includes(side)
        ? 'released.ofYou'
        : 'released.toYou';
  return (
    <section aria-label={t('released.title')}>
      <h2 className={classes.heading}>{t('released.title')}</h2>
      <ol className={classes.timeline}>
        {releases.map(({ side, at, fields }) => (
          <li key={side}>
            <span className={classes.eventName}>{t(told(side))}</span>
            <span>{fields.map((field) => t(`releasedField.${field}`)).join(', ')}</span>
            <span className={classes.eventMeta}>
              <time dateTime={at}>{moment(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
