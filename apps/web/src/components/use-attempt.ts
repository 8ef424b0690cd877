import { useState } from 'react';
import { fieldErrorsOf } from '../graphql/errors.js';
import { useToasts } from './toasts.js';

export interface Attempts {
  /** What was refused, in the reader's language; said where it was tried. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** Resolves with whether it worked. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** Does something that a rule may refuse. */
export function useAttempt(): Attempts {
  const { showError } = useToasts();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (failure) {
      const refused = fieldErrorsOf(failure).map(({ message }) => message);
      if (refused.length === 0) showError(failure);
      else setProblem(refused.join(' '));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, attempt };
}
