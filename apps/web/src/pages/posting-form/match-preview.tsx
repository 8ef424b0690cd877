import { VisuallyHidden } from '@mantine/core';
import { IconExternalLink, IconLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { OwnerLine } from '../../components/posting/owner-line.js';
import { useText } from '../../lang/text.js';
import type { PostingFormValues } from './form-values.js';
import classes from './form.module.css';
import { type PreviewedMatches, useMatchPreview } from './use-match-preview.js';

/** What the need would find if it were published as it is. */
export function MatchPreview({ values }: { values: PostingFormValues }) {
  const { t } = useText();
  const { isEnough, found } = useMatchPreview(values);
  return (
    <section className={classes.preview} aria-labelledby="match-preview">
      <h2 id="match-preview">
        <IconLink size={18} aria-hidden />
        {t('form.matches')}
      </h2>
      <div className={`panel ${classes.matches}`}>
        <p role="status">
          {!isEnough && t('form.matchesTooLittle')}
          {isEnough && !found && t('form.matchesSearching')}
          {isEnough && found && t('form.matchesCount', { count: found.count })}
        </p>
        {isEnough && found && <FoundOffers {...found} />}
      </div>
    </section>
  );
}

function FoundOffers({ offers, count }: PreviewedMatches) {
  const { t } = useText();
  if (offers.length === 0) return null;
  return (
    <>
      <ul>
        {offers.map((offer) => (
          <li key={offer.id}>
            <Link to={`/offers/${offer.id}`} target="_blank" className={classes.matchLink}>
              {offer.title}
              <IconExternalLink size={14} aria-hidden />
              <VisuallyHidden> {t('form.newTab')}</VisuallyHidden>
            </Link>
            <div>
              <OwnerLine owner={offer} />
            </div>
          </li>
        ))}
      </ul>
      {count > offers.length && (
        <p className="soft">{t('form.matchesMore', { count: count - offers.length })}</p>
      )}
      <p className="soft">{t('form.matchesNobody')}</p>
    </>
  );
}
