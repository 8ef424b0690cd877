import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useText } from '../lang/text.js';

interface TwoStepsProps {
  readonly label: string;
  /** Names what it is about, for whoever does not see where the button stands. */
  readonly of?: string;
  /** What will happen, and what may be chosen before it does. */
  readonly children: ReactNode;
  readonly busy: boolean;
  readonly onDo: () => void;
}

/** A button for what cannot be undone: it says first what will happen. */
export function TwoSteps({ label, of, children, busy, onDo }: TwoStepsProps) {
  const { t } = useText();
  const [step, setStep] = useState<'asking' | 'kept' | null>(null);
  if (step === 'asking') {
    return (
      <div role="group" aria-label={of ?? label}>
        {children}
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" loading={busy} autoFocus onClick={onDo}>
            {label}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setStep('kept')}>
            {t('action.cancel')}
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={of}
      autoFocus={step === 'kept'}
      onClick={() => setStep('asking')}
    >
      {label}
    </Button>
  );
}
