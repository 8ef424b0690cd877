import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { toggled } from '../../components/toggled.js';
import classes from './browse.module.css';

export interface FacetValue<T extends string> {
  readonly value: T;
  readonly label: string;
  /** How many entries the list would hold with it; undefined where that is not counted. */
  readonly count?: number;
}

interface FacetProps<T extends string> {
  readonly legend: string;
  readonly values: readonly FacetValue<T>[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
  /** Between the legend and the values. */
  readonly finder?: ReactNode;
  /** Below the values. */
  readonly more?: ReactNode;
}

/** Values to choose from, each with what it would give. */
export function Facet<T extends string>(props: FacetProps<T>) {
  const { legend, values, chosen, onChange, finder, more } = props;
  if (values.length === 0 && finder === undefined) return null;
  return (
    <fieldset className={classes.facet}>
      <legend>{legend}</legend>
      {finder !== undefined && <div className={classes.finder}>{finder}</div>}
      {values.map(({ value, label, count }) => (
        <Checkbox
          key={value}
          size="sm"
          classNames={{ body: classes.value, labelWrapper: classes.valueLabel }}
          label={
            <>
              <span>{label}</span> {count !== undefined && <span className="tabular">{count}</span>}
            </>
          }
          checked={chosen.includes(value)}
          onChange={() => onChange(toggled(chosen, value))}
        />
      ))}
      {more}
    </fieldset>
  );
}
