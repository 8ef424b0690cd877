import type { District } from '@wilma/domain';

/** Degrees east and north. */
type Place = readonly [number, number];

export type MappedDistrict = Exclude<District, 'ELSEWHERE'>;

/** Corners that neighbouring districts have in common, so that their borders meet. */
const CORNERS = {
  schoenefeld: [13.42, 52.37],
  koenigsWusterhausen: [13.7, 52.4],
  storkow: [13.88, 52.2],
  schwielochsee: [14.31, 52.12],
  lieberose: [14.36, 51.98],
  straupitz: [14.15, 51.94],
  leipe: [14.03, 51.88],
  luckauEast: [13.84, 51.82],
  crinitz: [13.72, 51.72],
  dahme: [13.42, 51.86],
  zinna: [13.5, 52.1],
  neupetershain: [13.8, 51.61],
  lauchhammerWest: [13.7, 51.52],
  groeden: [13.63, 51.41],
  muehlberg: [13.26, 51.37],
  annaburg: [13.06, 51.62],
  schoenewalde: [13.17, 51.87],
  ortrand: [13.79, 51.34],
  bernsdorf: [14.0, 51.39],
  lauta: [14.09, 51.5],
  welzow: [14.19, 51.54],
  drebkau: [14.08, 51.66],
  vetschau: [14.14, 51.78],
  gubenNorth: [14.62, 52.07],
  guben: [14.72, 51.95],
  neisseBend: [14.6, 51.82],
  forst: [14.75, 51.66],
  badMuskau: [14.73, 51.55],
  schleife: [14.51, 51.55],
  spremberg: [14.34, 51.5],
  lohsa: [14.47, 51.39],
  weissenberg: [14.63, 51.25],
  cunewalde: [14.56, 51.02],
  sohland: [14.38, 51.02],
  radeberg: [13.87, 51.08],
  koenigsbrueck: [13.75, 51.21],
  rothenburg: [14.97, 51.35],
  goerlitz: [15.02, 51.16],
  ostritz: [14.96, 51.0],
  zittau: [14.82, 50.87],
  oybin: [14.62, 50.86],
} as const satisfies Record<string, Place>;

type Corner = keyof typeof CORNERS;

/** Simplified by hand: shapes that people of the region recognise, not a survey. */
const BORDERS: Record<Exclude<MappedDistrict, 'COTTBUS'>, readonly Corner[]> = {
  DAHME_SPREEWALD: [
    'schoenefeld',
    'koenigsWusterhausen',
    'storkow',
    'schwielochsee',
    'lieberose',
    'straupitz',
    'leipe',
    'luckauEast',
    'crinitz',
    'dahme',
    'zinna',
  ],
  ELBE_ELSTER: [
    'dahme',
    'crinitz',
    'neupetershain',
    'lauchhammerWest',
    'groeden',
    'muehlberg',
    'annaburg',
    'schoenewalde',
  ],
  OBERSPREEWALD_LAUSITZ: [
    'leipe',
    'luckauEast',
    'crinitz',
    'neupetershain',
    'lauchhammerWest',
    'groeden',
    'ortrand',
    'bernsdorf',
    'lauta',
    'welzow',
    'drebkau',
    'vetschau',
  ],
  SPREE_NEISSE: [
    'lieberose',
    'gubenNorth',
    'guben',
    'neisseBend',
    'forst',
    'badMuskau',
    'schleife',
    'spremberg',
    'welzow',
    'drebkau',
    'vetschau',
    'leipe',
    'straupitz',
  ],
  BAUTZEN: [
    'welzow',
    'spremberg',
    'schleife',
    'lohsa',
    'weissenberg',
    'cunewalde',
    'sohland',
    'radeberg',
    'koenigsbrueck',
    'ortrand',
    'bernsdorf',
    'lauta',
  ],
  GOERLITZ: [
    'schleife',
    'badMuskau',
    'rothenburg',
    'goerlitz',
    'ostritz',
    'zittau',
    'oybin',
    'cunewalde',
    'weissenberg',
    'lohsa',
  ],
};

const WEST = 13.0;
const NORTH = 52.44;
const SCALE = 330;
/** A degree of longitude is that much shorter than one of latitude at 51.6° north. */
const SHRINK = 0.621;

export const VIEW_BOX = { width: 430, height: 530 };

interface Point {
  readonly x: number;
  readonly y: number;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Where a place lies on the drawing, in units of the view box. */
export const project = ([east, north]: Place): Point => ({
  x: tenths((east - WEST) * SCALE * SHRINK),
  y: tenths((NORTH - north) * SCALE),
});

/** The point `distance` away from one point towards another, at most half of the way. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(0.5, distance / length);
  return {
    x: tenths(from.x + (to.x - from.x) * share),
    y: tenths(from.y + (to.y - from.y) * share),
  };
}

/** A closed shape through the places, its corners rounded. */
function roundedShape(places: readonly Place[], radius: number): string {
  const points = places.map(project);
  const corners = points.map((corner, index) => {
    const before = points.at(index - 1) ?? corner;
    const after = points[(index + 1) % points.length] ?? corner;
    const start = towards(corner, before, radius);
    const end = towards(corner, after, radius);
    return `${start.x} ${start.y}Q${corner.x} ${corner.y} ${end.x} ${end.y}`;
  });
  return `M${corners.join('L')}Z`;
}

/** An open line through the places that bends at each of them. */
function softLine(places: readonly Place[]): string {
  const points = places.map(project);
  const bends = points.slice(1).map((point, index) => {
    const following = points[index + 2];
    const end = following ? towards(point, following, Infinity) : point;
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${points[0]?.x ?? 0} ${points[0]?.y ?? 0}${bends.join('')}`;
}

const COTTBUS: Place = [14.34, 51.755];
const COTTBUS_RADIUS = 26;
const CORNER_RADIUS = 9;

function circle({ x, y }: { x: number; y: number }, radius: number): string {
  const d = 2 * radius;
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${d} 0a${radius} ${radius} 0 1 0 ${-d} 0Z`;
}

/** The outline of each district as an SVG path; Cottbus lies on top of Spree-Neiße. */
export const DISTRICT_SHAPES: readonly { district: MappedDistrict; path: string }[] = [
  ...Object.entries(BORDERS).map(([district, corners]) => ({
    district: district as MappedDistrict,
    path: roundedShape(
      corners.map((corner) => CORNERS[corner]),
      CORNER_RADIUS,
    ),
  })),
  { district: 'COTTBUS', path: circle(project(COTTBUS), COTTBUS_RADIUS) },
];

/** Where the name of a district is written; long names on two lines. */
export const DISTRICT_LABELS: Record<MappedDistrict, { at: Place; lines: readonly string[] }> = {
  COTTBUS: { at: [14.34, 51.765], lines: ['Cottbus'] },
  DAHME_SPREEWALD: { at: [13.66, 52.01], lines: ['Dahme-', 'Spreewald'] },
  ELBE_ELSTER: { at: [13.38, 51.6], lines: ['Elbe-', 'Elster'] },
  OBERSPREEWALD_LAUSITZ: { at: [13.94, 51.69], lines: ['Oberspree-', 'wald-Lausitz'] },
  SPREE_NEISSE: { at: [14.52, 51.96], lines: ['Spree-Neiße'] },
  BAUTZEN: { at: [14.17, 51.2], lines: ['Bautzen'] },
  GOERLITZ: { at: [14.79, 51.3], lines: ['Görlitz'] },
};

/** The Spree on its way through the region, from the hills to the Spreewald. */
export const SPREE = softLine([
  [14.62, 51.03],
  [14.43, 51.18],
  [14.5, 51.33],
  [14.46, 51.46],
  [14.38, 51.57],
  [14.37, 51.68],
  [14.33, 51.8],
  [14.2, 51.85],
  [14.05, 51.87],
  [13.9, 51.94],
  [14.02, 52.05],
  [14.2, 52.1],
]);

/** Lakes that fill former open-cast mines, and their size on the drawing. */
export const LAKES: readonly { at: Place; rx: number; ry: number }[] = [
  { at: [14.03, 51.5], rx: 9, ry: 5 },
  { at: [14.14, 51.55], rx: 6, ry: 4 },
  { at: [14.46, 51.79], rx: 7, ry: 6 },
  { at: [14.58, 51.43], rx: 7, ry: 5 },
  { at: [14.93, 51.09], rx: 5, ry: 6 },
  { at: [13.68, 51.58], rx: 6, ry: 4 },
];

/**
 * Pairs that show the idea: a question from one place, an answer from another. A positive bend
 * curves to the right on the way from the need to the offer.
 */
export const EXAMPLE_PAIRS: readonly { need: Place; offer: Place; bend: number }[] = [
  { need: [13.88, 51.47], offer: [14.34, 51.715], bend: 0.28 },
  { need: [14.9, 51.19], offer: [14.8, 50.91], bend: -0.3 },
  { need: [13.97, 51.85], offer: [13.63, 52.3], bend: 0.25 },
  { need: [14.69, 51.74], offer: [14.46, 51.19], bend: -0.22 },
];

/** What lies around the region, and where that is written. */
export const NEIGHBOURS = [
  { name: 'berlin', at: [13.04, 52.36], anchor: 'start' },
  { name: 'poland', at: [14.84, 51.86], anchor: 'start' },
  { name: 'czechia', at: [14.36, 50.93], anchor: 'middle' },
  { name: 'dresden', at: [13.74, 51.05], anchor: 'end' },
] as const satisfies readonly {
  readonly name: string;
  readonly at: Place;
  readonly anchor: 'end' | 'middle' | 'start';
}[];
