import type { Side } from '@wilma/domain';
import type { MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { Notice } from '../notice.js';

/** What the sides wrote with their answers; the API tells it to coordinators alone. */
export function AnswerNotes({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const notes = [
    { side: 'NEED', note: match.needNote },
    { side: 'OFFER', note: match.offerNote },
  ] as const satisfies readonly { side: Side; note: string | null }[];
  return notes.map(({ side, note }) => {
    if (!note) return null;
    return (
      <Notice key={side} tone="wait" title={t(`match.note.${side}`)}>
        <p className="prose">{note}</p>
      </Notice>
    );
  });
}
