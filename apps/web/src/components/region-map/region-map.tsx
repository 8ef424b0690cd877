import { Link } from 'react-router';
import { useText } from '../../lang/text.js';
import {
  DISTRICT_LABELS,
  DISTRICT_SHAPES,
  EXAMPLE_PAIRS,
  LAKES,
  SPREE,
  VIEW_BOX,
  project,
  type MappedDistrict,
} from './geometry.js';
import classes from './region-map.module.css';

interface RegionMapProps {
  /** Where a district leads; without it the map is a picture. */
  readonly linkTo?: (district: MappedDistrict) => string;
}

/** The seven districts of the Lausitz, with pairs of a need and an offer that find each other. */
export function RegionMap({ linkTo }: RegionMapProps) {
  const { t } = useText();
  return (
    <svg
      className={classes.map}
      viewBox={`0 0 ${VIEW_BOX.width} ${VIEW_BOX.height}`}
      role={linkTo ? 'group' : 'img'}
      aria-label={t('map.title')}
    >
      {DISTRICT_SHAPES.map(({ district, path }) => {
        const shape = <path d={path} className={classes.district} data-district={district} />;
        return linkTo ? (
          <Link
            key={district}
            to={linkTo(district)}
            className={classes.link}
            aria-label={t('map.district', { district: t(`district.${district}`) })}
          >
            {shape}
          </Link>
        ) : (
          <g key={district}>{shape}</g>
        );
      })}
      <g className={classes.overlay} aria-hidden>
        <path d={SPREE} className={classes.river} />
        {LAKES.map(({ at, rx, ry }) => {
          const { x, y } = project(at);
          return (
            <ellipse key={`${x}-${y}`} cx={x} cy={y} rx={rx} ry={ry} className={classes.lake} />
          );
        })}
        {DISTRICT_SHAPES.map(({ district }) => (
          <DistrictName key={district} district={district} />
        ))}
        {EXAMPLE_PAIRS.map((pair, index) => (
          <Pair key={index} index={index} {...pair} />
        ))}
      </g>
    </svg>
  );
}

function DistrictName({ district }: { district: MappedDistrict }) {
  const { at, lines } = DISTRICT_LABELS[district];
  const { x, y } = project(at);
  const lineHeight = 15;
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 4;
  return (
    <text className={classes.name} textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={top + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

type ExamplePair = (typeof EXAMPLE_PAIRS)[number];

function Pair({ need, offer, bend, index }: ExamplePair & { index: number }) {
  const from = project(need);
  const to = project(offer);
  const control = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  };
  const middle = {
    x: (from.x + 2 * control.x + to.x) / 4,
    y: (from.y + 2 * control.y + to.y) / 4,
  };
  return (
    <g style={{ animationDelay: `${index * 350}ms` }} className={classes.pair}>
      <path
        d={`M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`}
        className={classes.arc}
        pathLength={1}
      />
      <circle cx={from.x} cy={from.y} r={6} className={classes.need} />
      <circle cx={to.x} cy={to.y} r={6} className={classes.offer} />
      <g className={classes.rings}>
        <circle cx={middle.x} cy={middle.y} r={9} className={classes.ringBack} />
        <circle cx={middle.x - 2.4} cy={middle.y} r={3.6} className={classes.ringOffer} />
        <circle cx={middle.x + 2.4} cy={middle.y} r={3.6} className={classes.ringNeed} />
      </g>
    </g>
  );
}
