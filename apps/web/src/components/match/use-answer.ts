import { useApolloClient, useMutation } from '@apollo/client/react';
import type { Answer, DeclineReason } from '@wilma/domain';
import { failureOf } from '../../graphql/errors.js';
import { AnswerMatchDocument, TakeBackAnswerDocument } from '../../graphql/generated/graphql.js';
import { refresh } from '../../graphql/refresh.js';
import { useText, type MessageId } from '../../lang/text.js';
import { useToasts } from '../toasts.js';

interface AnswerDetails {
  readonly reason?: DeclineReason;
  readonly note?: string | null;
}

const DONE: Record<Answer, MessageId> = {
  INTERESTED: 'answer.done.interested',
  DECLINED: 'answer.done.declined',
  QUESTION: 'answer.done.question',
};

/**
 * Answers one match and takes an answer back; says in a toast what came of it. `answer` resolves
 * with whether it worked: what was typed stays where it did not.
 */
export function useAnswer(matchId: string) {
  const { t, locale } = useText();
  const { showDone, showError } = useToasts();
  const client = useApolloClient();
  const [mutate, answering] = useMutation(AnswerMatchDocument);
  const [mutateBack, takingBack] = useMutation(TakeBackAnswerDocument);

  const failed = async (error: unknown) => {
    showError(error);
    // The match moved on meanwhile: show where it stands.
    if (failureOf(error) === 'CONFLICT') await refresh(client);
  };

  const answer = async (value: Answer, { reason, note }: AnswerDetails = {}): Promise<boolean> => {
    try {
      const variables = { id: matchId, answer: value, reason, note, locale };
      const { data } = await mutate({ variables });
      const introduced = data?.answerMatch.state === 'INTRODUCED';
      showDone(t(introduced ? 'answer.done.introduced' : DONE[value]));
      return true;
    } catch (error) {
      await failed(error);
      return false;
    }
  };

  const takeBack = async () => {
    try {
      await mutateBack({ variables: { id: matchId } });
      showDone(t('answer.done.takenBack'));
    } catch (error) {
      await failed(error);
    }
  };

  return { answer, takeBack, busy: answering.loading || takingBack.loading };
}
