import { useToasts } from '../../../components/toasts.js';
import { useText, type MessageId } from '../../../lang/text.js';
import type { Outcome } from '../../../session/account-api.js';
import { OUTCOME_MESSAGES } from '../../../session/outcome-messages.js';

/** Says what came of something. @returns whether it was done */
export function useOutcome(): (outcome: Outcome, done: string, refused?: MessageId) => boolean {
  const { t } = useText();
  const { showDone, showProblem } = useToasts();
  return (outcome, done, refused) => {
    if (outcome === 'ok') showDone(done);
    else if (outcome !== 'cancelled') {
      showProblem(t(outcome === 'refused' && refused ? refused : OUTCOME_MESSAGES[outcome]));
    }
    return outcome === 'ok';
  };
}
