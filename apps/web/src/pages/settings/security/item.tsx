import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../../../lang/text.js';

interface ItemProps {
  readonly children: ReactNode;
  /** What the button does, short, and in full for who does not see what it stands beside. */
  readonly label: string;
  readonly fullLabel: string;
  /** What follows, where it is asked for twice. */
  readonly warning?: string;
  readonly isBusy: boolean;
  /** Further buttons. */
  readonly more?: ReactNode;
  readonly onEnd: () => void;
}

/** A row of a list whose item can be ended; what cannot be undone takes two clicks. */
export function Item({ children, label, fullLabel, warning, isBusy, more, onEnd }: ItemProps) {
  const { t } = useText();
  const [step, setStep] = useState<'asking' | 'kept' | null>(null);
  if (step === 'asking') {
    return (
      <li>
        <span>{children}</span>
        <div role="group" aria-label={fullLabel}>
          <p>{warning}</p>
          <Group gap="xs">
            <Button size="compact-sm" loading={isBusy} autoFocus onClick={onEnd}>
              {label}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setStep('kept')}>
              {t('action.cancel')}
            </Button>
          </Group>
        </div>
      </li>
    );
  }
  return (
    <li>
      <span>{children}</span>
      <Group gap="xs">
        {more}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={fullLabel}
          autoFocus={step === 'kept'}
          loading={isBusy}
          onClick={() => (warning === undefined ? onEnd() : setStep('asking'))}
        >
          {label}
        </Button>
      </Group>
    </li>
  );
}
