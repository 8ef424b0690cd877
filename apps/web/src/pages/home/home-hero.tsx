import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { FiguresMap } from '../../components/region-map/figures-map.js';
import { PublicFiguresDocument, type PublicFiguresQuery } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './home.module.css';

type Figures = PublicFiguresQuery['service'];

/** What Wilma is, for whom and how it is decided, with what is open in the region right now. */
export function HomeHero() {
  const { t } = useText();
  const { data } = useQuery(PublicFiguresDocument);
  return (
    <section className={classes.hero}>
      <div className={classes.heroText}>
        <p className={classes.region}>{t('home.region')}</p>
        <h1 className={classes.claim}>{t('home.claim')}</h1>
        <p className={classes.lead}>{t('home.lead')}</p>
        <div className={classes.actions}>
          <Button component={Link} to="/needs/new" size="md">
            {t('action.postNeed')}
          </Button>
          <Button component={Link} to="/offers/new" size="md" variant="default">
            {t('action.postOffer')}
          </Button>
        </div>
        <FigureList figures={data?.service} />
      </div>
      <div className={classes.heroMap}>
        <FiguresMap figures={data?.service.districts ?? []} />
      </div>
      <Brief />
    </section>
  );
}

function FigureList({ figures }: { figures: Figures | undefined }) {
  const { t } = useText();
  const shown = [
    { label: t('home.openNeeds'), value: figures?.openNeeds },
    { label: t('home.openOffers'), value: figures?.openOffers },
    { label: t('home.organisations'), value: figures?.organisations },
    { label: t('home.introductions'), value: figures?.introductions },
  ];
  return (
    <dl className={classes.figures}>
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="tabular">{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Point {
  readonly title: MessageId;
  readonly text: MessageId;
  readonly more: { readonly to: string; readonly label: MessageId };
}

const POINTS: readonly Point[] = [
  {
    title: 'home.forCompanies',
    text: 'home.forCompaniesText',
    more: { to: '/offers', label: 'home.seeOffers' },
  },
  {
    title: 'home.forResearch',
    text: 'home.forResearchText',
    more: { to: '/needs', label: 'home.seeNeeds' },
  },
  {
    title: 'home.decided',
    text: 'home.decidedText',
    more: { to: '/how', label: 'home.seeHow' },
  },
];

/** For whom it is, and who decides. */
function Brief() {
  const { t } = useText();
  return (
    <ul className={classes.brief}>
      {POINTS.map(({ title, text, more }) => (
        <li key={title} className="panel">
          <h2>{t(title)}</h2>
          <p>{t(text)}</p>
          <Link to={more.to}>{t(more.label)}</Link>
        </li>
      ))}
    </ul>
  );
}
