import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import type { District, PostingKind } from '@wilma/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { useText } from '../../lang/text.js';
import { DISTRICT_SHAPES, NEIGHBOURS, project } from './geometry.js';
import { DistrictName, Landscape, MapFrame } from './map-parts.js';
import { levelOf } from './level.js';
import classes from './region-map.module.css';

export interface DistrictFigures {
  readonly district: District;
  readonly needs: number;
  readonly offers: number;
}

const COUNTED = { NEED: 'needs', OFFER: 'offers' } as const;

const pathTo = (kind: PostingKind, district: District): string =>
  `/${COUNTED[kind]}?district=${district}`;

/** What is open in the seven districts: the more, the stronger the colour; each leads to its list. */
export function FiguresMap({ figures }: { figures: readonly DistrictFigures[] }) {
  const { t } = useText();
  const [kind, setKind] = useState<PostingKind>('NEED');
  const counted = new Map(figures.map((one) => [one.district, one[COUNTED[kind]]]));
  const most = Math.max(...DISTRICT_SHAPES.map(({ district }) => counted.get(district) ?? 0));
  return (
    <figure className={classes.figuresMap}>
      <SegmentedControl
        size="sm"
        aria-label={t('map.shows')}
        data={(['NEED', 'OFFER'] as const).map((value) => ({
          value,
          label: t(value === 'NEED' ? 'nav.needs' : 'nav.offers'),
        }))}
        value={kind}
        onChange={(value) => setKind(value)}
      />
      <MapFrame role="group" aria-label={t('map.title')} data-kind={kind}>
        {DISTRICT_SHAPES.map(({ district, path }) => {
          const count = counted.get(district) ?? 0;
          return (
            <Link
              key={district}
              to={pathTo(kind, district)}
              className={classes.link}
              aria-label={t(kind === 'NEED' ? 'map.needsIn' : 'map.offersIn', {
                district: t(`district.${district}`),
                count,
              })}
            >
              <path d={path} className={classes.district} data-level={levelOf(count, most)} />
            </Link>
          );
        })}
        <g aria-hidden>
          <Landscape />
          {DISTRICT_SHAPES.map(({ district }) => (
            <DistrictName key={district} district={district} figure={counted.get(district) ?? 0} />
          ))}
          <Neighbours />
        </g>
      </MapFrame>
      <figcaption>
        <span>{t(kind === 'NEED' ? 'map.legendNeeds' : 'map.legendOffers')}</span>
        <FiguresTable figures={figures} />
      </figcaption>
    </figure>
  );
}

/** What lies around the region, so that it is recognised. */
function Neighbours() {
  const { t } = useText();
  return NEIGHBOURS.map(({ name, at, anchor }) => {
    const { x, y } = project(at);
    return (
      <text key={name} x={x} y={y} textAnchor={anchor} className={classes.neighbour}>
        {t(`map.neighbour.${name}`)}
      </text>
    );
  });
}

/** The same for who would rather read, or hear, than look. */
function FiguresTable({ figures }: { figures: readonly DistrictFigures[] }) {
  const { t } = useText();
  const rows = figures.filter(
    ({ district, needs, offers }) => district !== 'ELSEWHERE' || needs + offers > 0,
  );
  return (
    <details className={classes.table}>
      <summary>{t('map.asTable')}</summary>
      <table>
        <VisuallyHidden component="caption">{t('map.tableCaption')}</VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">{t('posting.district')}</th>
            <th scope="col">{t('nav.needs')}</th>
            <th scope="col">{t('nav.offers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ district, needs, offers }) => (
            <tr key={district}>
              <th scope="row">{t(`district.${district}`)}</th>
              <td className="tabular">
                <Link
                  to={pathTo('NEED', district)}
                  aria-label={t('map.needsIn', {
                    district: t(`district.${district}`),
                    count: needs,
                  })}
                >
                  {needs}
                </Link>
              </td>
              <td className="tabular">
                <Link
                  to={pathTo('OFFER', district)}
                  aria-label={t('map.offersIn', {
                    district: t(`district.${district}`),
                    count: offers,
                  })}
                >
                  {offers}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
