import { useQuery } from '@apollo/client/react';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import { SubmittedPostingsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './review.module.css';

/** Postings of organisations that are not verified yet wait for a coordinator, too. */
export function SubmittedHint() {
  const { t } = useText();
  const { data, error } = useQuery(SubmittedPostingsDocument);
  // There nearly always are some: the queue below would be pushed away by their line.
  if (!data && !error) return <p className={classes.submitted}>&nbsp;</p>;
  const needs = data?.needs.totalCount ?? 0;
  const offers = data?.offers.totalCount ?? 0;
  if (needs + offers === 0) return null;
  return (
    <p className={classes.submitted}>
      <IconFileText size={16} aria-hidden />
      {t('review.submitted')}
      {needs > 0 && (
        <Link to="/needs?state=SUBMITTED">{t('review.submittedNeeds', { count: needs })}</Link>
      )}
      {offers > 0 && (
        <Link to="/offers?state=SUBMITTED">{t('review.submittedOffers', { count: offers })}</Link>
      )}
    </p>
  );
}
