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
export function UndoStrip({ decision, keysOn, onUndo, onExpire }: UndoStripProps) {
  const { t } = useText();
  const secondsLeft = useSecondsLeft(decision, onExpire);
  const Icon = decision && ICONS[decision.choice.do];
  return (
    <div className={classes.undo} role="status" data-shown={decision !== null || undefined}>
      {decision && Icon && (
        <>
          <Icon size={18} aria-hidden />
          <p>
            <b>{t(`review.decided.${decision.choice.do}`)}</b>
            <span className="clamp-1">{decision.title}</span>
          </p>
          <Button
            size="compact-md"
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
        </>
      )}
    </div>
  );
}

function useSecondsLeft(decision: Decision | null, onExpire: (decision: Decision) => void): number {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (!decision) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= decision.undoUntil.getTime()) onExpire(decision);
    }, 500);
    return () => clearInterval(timer);
  }, [decision, onExpire]);

  return decision ? Math.max(0, Math.ceil((decision.undoUntil.getTime() - now) / 1000)) : 0;
}
