import { useQuery } from '@apollo/client/react';
import { MatchOriginDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './match.module.css';

/** What stands behind a match's place in the list, for coordinators alone. */
export default function MatchOrigin({ id }: { id: string }) {
  const { t } = useText();
  const { data } = useQuery(MatchOriginDocument, { variables: { id } });
  if (!data) return null;
  const { modelVersion, feedback } = data.match;
  return (
    <section className={`panel ${classes.origin}`} aria-labelledby={`origin-${id}`}>
      <h2 className={classes.heading} id={`origin-${id}`}>
        {t('origin.title')}
      </h2>
      <p className="soft">{t('origin.hint')}</p>
      <ul>
        {feedback.map(({ kind, points }) => (
          <li key={kind}>
            <span>{t(`feedback.${kind}`)}</span>{' '}
            <span className="tabular">{t('origin.points', { points })}</span>
          </li>
        ))}
        {feedback.length === 0 && <li>{t('origin.none')}</li>}
      </ul>
      <p>{t('origin.model', { version: modelVersion ?? 0 })}</p>
    </section>
  );
}
