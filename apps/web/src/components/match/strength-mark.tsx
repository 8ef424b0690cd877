import type { MatchStrength } from '@wilma/domain';
import { useText } from '../../lang/text.js';
import classes from './match.module.css';

const FILLED: Record<MatchStrength, number> = { STRONG: 3, GOOD: 2, POSSIBLE: 1 };

/** Strength in a word, with three rising bars beside it; never a percentage. */
export function StrengthMark({ strength }: { strength: MatchStrength }) {
  const { t } = useText();
  return (
    <span className={classes.strength} data-strength={strength}>
      <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden>
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6}
            y={9 - bar * 4}
            width="4"
            height={5 + bar * 4}
            rx="1"
            fill={bar < FILLED[strength] ? 'currentColor' : 'var(--app-bar)'}
          />
        ))}
      </svg>
      {t(`strength.${strength}`)}
    </span>
  );
}
