import type { Side } from '@wilma/domain';
import type { MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { Notice } from '../notice.js';

/** What the sides wrote with their answers; the API tells it to coordinators alone. */
export function AnswerNotes({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const notes = [
    { side: 'NEED', answer: match.needAnswer, note: match.needNote },
    { side: 'OFFER', answer: match.offerAnswer, note: match.offerNote },
  ] as const satisfies readonly { side: Side; answer: unknown; note: string | null }[];
  return notes.map(({ side, answer, note }) => {
    if (!note) return null;
    const title = answer === 'QUESTION' ? t(`match.question.${side}`) : t(`match.note.${side}`);
    return (
      <Notice key={side} tone="wait" title={title}>
        <p className="prose">{note}</p>
      </Notice>
    );
  });
}
