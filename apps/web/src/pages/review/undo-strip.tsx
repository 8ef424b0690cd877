import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../lang/text.js';
import { KeyHint } from './key-hint.js';
import classes from './review.module.css';
import type { Choice, Decision } from './use-decisions.js';

interface UndoStripProps {
  readonly decision: Decision | null;
  readonly keysOn: boolean;
  readonly onUndo: () => void;
  readonly onExpire: (decision: Decision) => void;
}

const ICONS = { approve: IconCheck, dismiss: IconX, snooze: IconClock } as const satisfies Record<
  Choice['do'],
  unknown
>;

/** The latest decision and how long it can be taken back; has a place of its own and covers nothing. */
export function UndoStrip({ decision, ...props }: UndoStripProps) {
  return (
    <div className={classes.undo} role="status">
      {decision && (
        <DecisionLine key={decision.matchId + decision.choice.do} decision={decision} {...props} />
      )}
    </div>
  );
}

function DecisionLine({
  decision,
  keysOn,
  onUndo,
  onExpire,
}: UndoStripProps & { decision: Decision }) {
  const { t } = useText();
  const secondsLeft = useSecondsLeft(decision, onExpire);
  const Icon = ICONS[decision.choice.do];
  return (
    <div className={classes.decision}>
      <span className={classes.decided}>
        <Icon size={18} aria-hidden />
        {t(`review.decided.${decision.choice.do}`)}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        rightSection={keysOn && <KeyHint>U</KeyHint>}
        aria-keyshortcuts={keysOn ? 'u' : undefined}
        onClick={onUndo}
      >
        {t('review.undo')}
        <span className={classes.seconds} aria-hidden>
          {t('review.secondsLeft', { seconds: secondsLeft })}
        </span>
      </Button>
      <span className={`${classes.decidedTitle} clamp-1`}>{decision.title}</span>
    </div>
  );
}

/** Counts down, and says when the time is over. */
function useSecondsLeft(decision: Decision, onExpire: (decision: Decision) => void): number {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= decision.undoUntil.getTime()) onExpire(decision);
    }, 500);
    return () => clearInterval(timer);
  }, [decision, onExpire]);

  return Math.max(0, Math.ceil((decision.undoUntil.getTime() - now) / 1000));
}
