import type { ReactNode, SVGProps } from 'react';
import {
  DISTRICT_LABELS,
  LAKES,
  SPREE,
  VIEW_BOX,
  project,
  type MappedDistrict,
} from './geometry.js';
import classes from './region-map.module.css';

/** The sheet that every map of the region is drawn on. */
export function MapFrame(props: SVGProps<SVGSVGElement> & { readonly children: ReactNode }) {
  const { width, height } = VIEW_BOX;
  return <svg className={classes.map} viewBox={`0 0 ${width} ${height}`} {...props} />;
}

/** The river and the lakes, by which people find their way. */
export function Landscape() {
  return (
    <g className={classes.overlay}>
      <path d={SPREE} className={classes.river} />
      {LAKES.map(({ at, rx, ry }) => {
        const { x, y } = project(at);
        return <ellipse key={`${x}-${y}`} cx={x} cy={y} rx={rx} ry={ry} className={classes.lake} />;
      })}
    </g>
  );
}

const LINE_HEIGHT = 15;

interface DistrictNameProps {
  readonly district: MappedDistrict;
  /** Written below the name. */
  readonly figure?: number | undefined;
}

export function DistrictName({ district, figure }: DistrictNameProps) {
  const { at, lines } = DISTRICT_LABELS[district];
  const { x, y } = project(at);
  const rows = lines.length + (figure === undefined ? 0 : 1);
  const top = y - ((rows - 1) * LINE_HEIGHT) / 2 + 4;
  return (
    <text className={classes.name} textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={top + index * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
      {figure !== undefined && (
        <tspan x={x} y={top + lines.length * LINE_HEIGHT + 2} className={classes.figure}>
          {figure}
        </tspan>
      )}
    </text>
  );
}
