import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  AssignMatchDocument,
  NoteMatchDocument,
  type MatchFullFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import classes from './match-notes.module.css';
import { useMatchChange } from './use-match-change.js';
import { WordsForm } from './words-form.js';

/** Who of the coordinators cares for a match and what they noted; no side ever sees it. */
export function MatchNotes({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { moment } = useDates();
  const { change } = useMatchChange();
  const [note] = useMutation(NoteMatchDocument);
  const { id, version } = match;
  return (
    <section className={`panel ${classes.notes}`} aria-label={t('notes.title')}>
      <h2>{t('notes.title')}</h2>
      <Assignee match={match} />
      {match.notes.length > 0 && (
        <ul>
          {match.notes.map(({ id: noteId, text, author, createdAt }) => (
            <li key={noteId}>
              <p className={classes.text}>{text}</p>
              <p className="soft">
                {author?.name ?? t('notes.unknownAuthor')} ·{' '}
                <time dateTime={createdAt}>{moment(createdAt)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      <WordsForm
        label={t('notes.new')}
        description={t('notes.hint')}
        submit={t('notes.add')}
        minRows={2}
        onSend={(text) =>
          change(() => note({ variables: { id, version, text } }), t('notes.added'))
        }
      />
    </section>
  );
}

function Assignee({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { me } = useSession();
  const { change, busy } = useMatchChange();
  const [assign] = useMutation(AssignMatchDocument);
  const { id, version, assignee, canDecide } = match;
  const myself = me?.account.id ?? null;
  const isMine = assignee !== null && assignee.id === myself;
  const to = (person: string | null, done: string) => () => {
    void change(() => assign({ variables: { id, version, assignee: person } }), done);
  };
  return (
    <div className={classes.assignee}>
      <span>{assignee ? t('assignee.is', { name: assignee.name }) : t('assignee.none')}</span>
      {(isMine || canDecide) && (
        <Button
          variant="default"
          size="compact-md"
          loading={busy}
          onClick={isMine ? to(null, t('assignee.doneNone')) : to(myself, t('assignee.doneMe'))}
        >
          {t(isMine ? 'assignee.clear' : 'assignee.takeOn')}
        </Button>
      )}
    </div>
  );
}
