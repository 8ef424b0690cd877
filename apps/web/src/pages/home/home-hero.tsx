import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { RegionMap } from '../../components/region-map/region-map.js';
import { ServiceDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import classes from './home.module.css';

export function HomeHero() {
  const { t } = useText();
  return (
    <section className={classes.hero}>
      <div className={classes.heroText}>
        <p className={classes.region}>{t('home.region')}</p>
        <h1 className={classes.claim}>{t('home.claim')}</h1>
        <p className={classes.lead}>{t('home.lead')}</p>
        <HeroActions />
        <Figures />
      </div>
      <div className={classes.heroMap}>
        <RegionMap linkTo={(district) => `/needs?district=${district}`} />
        <p className={classes.legend}>
          <em>{t('home.legendCaption')}</em>
          <span data-kind="need">{t('postingKind.NEED')}</span>
          <span data-kind="offer">{t('postingKind.OFFER')}</span>
          <span data-kind="both">{t('home.legendBoth')}</span>
        </p>
      </div>
    </section>
  );
}

/** Coordinators go on to their queue; everybody else is asked for a need or an offer. */
function HeroActions() {
  const { t } = useText();
  const { me } = useSession();
  if (isStaffRole(me?.role)) {
    return (
      <div className={classes.actions}>
        <Button component={Link} to="/review" size="md">
          {t('home.toReview')}
        </Button>
      </div>
    );
  }
  const leadsWithOffer = me?.role === 'RESEARCHER';
  return (
    <div className={classes.actions}>
      <Button
        component={Link}
        to="/needs/new"
        size="md"
        variant={leadsWithOffer ? 'default' : 'filled'}
      >
        {t('action.postNeed')}
      </Button>
      <Button
        component={Link}
        to="/offers/new"
        size="md"
        variant={leadsWithOffer ? 'filled' : 'default'}
      >
        {t('action.postOffer')}
      </Button>
    </div>
  );
}

function Figures() {
  const { t } = useText();
  const { data } = useQuery(ServiceDocument);
  const figures = [
    { label: t('home.openNeeds'), value: data?.service.openNeeds },
    { label: t('home.openOffers'), value: data?.service.openOffers },
    { label: t('home.introductions'), value: data?.service.introductions },
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="tabular">{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
