import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export type EmptyPictureName = 'done' | 'letters' | 'map' | 'paper';

const line = { fill: 'none', stroke: 'var(--app-accent)', strokeWidth: 2.5 } as const;
const sand = { fill: 'none', stroke: 'var(--app-shared-line)', strokeWidth: 2.5 } as const;

/** Small line drawings over the same lake; each says what the empty place is about. */
const PICTURES: Record<EmptyPictureName, ReactNode> = {
  done: (
    <>
      <circle cx="64" cy="44" r="20" {...line} />
      <circle cx="88" cy="44" r="20" {...sand} />
      <path d="m66 44 8 8 13-15" {...line} strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  letters: (
    <>
      <rect x="36" y="26" width="50" height="34" rx="5" {...line} />
      <path d="m37 30 24 17 24-17" {...line} strokeLinejoin="round" />
      <path d="M96 34h18M96 44h24M96 54h12" {...sand} strokeLinecap="round" />
    </>
  ),
  map: (
    <>
      <path d="m44 28 20-8 24 8 20-8v38l-20 8-24-8-20 8z" {...line} strokeLinejoin="round" />
      <path d="M64 20v38M88 28v38" {...line} strokeDasharray="4 4" />
      <circle cx="76" cy="40" r="6" {...sand} />
    </>
  ),
  paper: (
    <>
      <path d="M52 16h34l14 14v38H52z" {...line} strokeLinejoin="round" />
      <path d="M86 16v14h14" {...line} strokeLinejoin="round" />
      <path d="M62 42h28M62 52h20" {...sand} strokeLinecap="round" />
    </>
  ),
};

export function EmptyPicture({ name }: { name: EmptyPictureName }) {
  return (
    <svg className={classes.picture} viewBox="0 0 152 96" aria-hidden>
      <path
        d="M8 80c18-7 34 5 52-1s32-5 48 0 26 4 36 1v10H8z"
        fill="var(--app-accent-soft)"
        stroke="var(--app-accent-line)"
        strokeWidth="1.5"
      />
      {PICTURES[name]}
    </svg>
  );
}
