import type { ReactNode } from 'react';
import classes from '../../components/state-badge.module.css';

export type Tone = 'bad' | 'good' | 'quiet' | 'wait';

/** A state in a word. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
