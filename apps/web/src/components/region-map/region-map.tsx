import { useText } from '../../lang/text.js';
import { DISTRICT_SHAPES, EXAMPLE_PAIRS, project } from './geometry.js';
import { DistrictName, Landscape, MapFrame } from './map-parts.js';
import classes from './region-map.module.css';

/** A picture of the seven districts, with pairs of a need and an offer that find each other. */
export function RegionMap() {
  const { t } = useText();
  return (
    <MapFrame role="img" aria-label={t('map.title')}>
      {DISTRICT_SHAPES.map(({ district, path }) => (
        <path key={district} d={path} className={classes.district} data-district={district} />
      ))}
      <g aria-hidden>
        <Landscape />
        {DISTRICT_SHAPES.map(({ district }) => (
          <DistrictName key={district} district={district} />
        ))}
        {EXAMPLE_PAIRS.map((pair, index) => (
          <Pair key={index} index={index} {...pair} />
        ))}
      </g>
    </MapFrame>
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
