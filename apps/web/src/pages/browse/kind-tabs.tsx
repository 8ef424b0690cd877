import type { PostingKind } from '@wilma/domain';
import { Link, useLocation } from 'react-router';
import type { FacetPartsFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

interface KindTabsProps {
  readonly kind: PostingKind;
  readonly facets: FacetPartsFragment | undefined;
}

export const PATHS = { NEED: '/needs', OFFER: '/offers' } as const;
const TITLES = { NEED: 'browse.needs.title', OFFER: 'browse.offers.title' } as const;

/** The same search and filters among the needs or the offers, with what each gives. */
export function KindTabs({ kind, facets }: KindTabsProps) {
  const { t } = useText();
  const { search } = useLocation();
  const counts = new Map(facets?.kinds.map((one) => [one.kind, one.count]));
  return (
    <nav className={classes.kinds} aria-label={t('browse.kinds')}>
      {(['NEED', 'OFFER'] as const).map((one) => (
        <Link
          key={one}
          to={{ pathname: PATHS[one], search }}
          aria-current={one === kind ? 'page' : undefined}
        >
          {t(TITLES[one])} {facets && <span className="tabular">{counts.get(one) ?? 0}</span>}
        </Link>
      ))}
    </nav>
  );
}
