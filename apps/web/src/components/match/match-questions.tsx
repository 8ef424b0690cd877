import { useMutation } from '@apollo/client/react';
import { type MatchState, otherSide, type Side } from '@wilma/domain';
import {
  AnswerQuestionDocument,
  RelayQuestionDocument,
  ReplyToQuestionDocument,
  type QuestionPartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './match-questions.module.css';
import { useMatchChange } from './use-match-change.js';
import { WordsForm } from './words-form.js';

/** What the questions of a match need to know of it. */
export interface AskedMatch {
  readonly id: string;
  readonly version: number;
  readonly state: MatchState;
  readonly mySides: readonly Side[];
  readonly canDecide: boolean;
  readonly questions: readonly QuestionPartsFragment[];
}

interface QuestionProps {
  readonly match: AskedMatch;
  readonly question: QuestionPartsFragment;
}

/** Whether a question has been passed on to the viewer's side. */
const isForMe = ({ mySides }: AskedMatch, { side, state }: QuestionPartsFragment): boolean =>
  state === 'RELAYED' && mySides.includes(otherSide(side));

/** Questions of both sides, and what the viewer can do about them; nothing where there are none. */
export function MatchQuestions({ match }: { match: AskedMatch }) {
  const { t } = useText();
  if (match.questions.length === 0) return null;
  return (
    <section className={`panel ${classes.questions}`} aria-label={t('question.title')}>
      <h2>{t('question.title')}</h2>
      {match.questions.map((question) => (
        <Question key={question.id} match={match} question={question} />
      ))}
    </section>
  );
}

/** Questions of the other side, with the viewer's reply or the way to it, within a card of a match. */
export function QuestionsForMe({ match }: { match: AskedMatch }) {
  const { t } = useText();
  if (match.state !== 'APPROVED') return null;
  return match.questions
    .filter(({ current, side }) => current && match.mySides.includes(otherSide(side)))
    .filter((question) => isForMe(match, question) || question.reply !== null)
    .map((question) => (
      <section key={question.id} className={classes.forMe} aria-label={t('question.theirs')}>
        <h4>{t('question.theirs')}</h4>
        <blockquote>{question.relayed}</blockquote>
        {question.reply === null ? (
          <ReplyForm match={match} />
        ) : (
          <Words label={t('question.myReply')} words={question.reply} />
        )}
      </section>
    ));
}

function Question({ match, question }: QuestionProps) {
  const { t } = useText();
  const { side, state, text, relayed, reply, answer } = question;
  const isMine = match.mySides.includes(side);
  const heading = isMine
    ? t('question.mine')
    : match.mySides.length > 0
      ? t('question.theirs')
      : t(`match.question.${side}`);
  const isReworded = relayed !== null && text !== null && relayed !== text;
  return (
    <article className={classes.question}>
      <div className={classes.head}>
        <h3>{heading}</h3>
        <span className="soft">
          {t(isForMe(match, question) ? 'question.withYou' : `questionState.${state}`)}
        </span>
      </div>
      <blockquote>{text ?? relayed}</blockquote>
      {isReworded && <Words label={t('question.relayedAs')} words={relayed} />}
      {reply !== null && <Words label={t(isReplier(match, side))} words={reply} />}
      {answer !== null && answer !== reply && <Words label={t('question.answer')} words={answer} />}
      <QuestionForm match={match} question={question} />
    </article>
  );
}

const isReplier = (match: AskedMatch, side: Side) =>
  match.mySides.includes(otherSide(side)) ? 'question.myReply' : 'question.reply';

const Words = ({ label, words }: { label: string; words: string }) => (
  <div>
    <p className={classes.label}>{label}</p>
    <blockquote>{words}</blockquote>
  </div>
);

/** The next step of a question, for whom it waits. */
function QuestionForm({ match, question }: QuestionProps) {
  const isOpen = match.state === 'APPROVED' && question.current;
  if (!isOpen) return null;
  const { state } = question;
  if (isForMe(match, question)) return <ReplyForm match={match} />;
  if (!match.canDecide) return null;
  if (state === 'ASKED') return <RelayForm match={match} question={question} />;
  if (state === 'RELAYED') return <KnownAnswer match={match} question={question} />;
  return state === 'REPLIED' ? <AnswerForm match={match} question={question} /> : null;
}

function ReplyForm({ match }: { match: AskedMatch }) {
  const { t } = useText();
  const { change } = useMatchChange();
  const [reply] = useMutation(ReplyToQuestionDocument);
  return (
    <WordsForm
      label={t('question.yourReply')}
      description={t('question.replyHint')}
      submit={t('question.sendReply')}
      onSend={(text) =>
        change(() => reply({ variables: { id: match.id, text } }), t('question.done.reply'))
      }
    />
  );
}

function RelayForm({ match, question }: QuestionProps) {
  const { t } = useText();
  const { change } = useMatchChange();
  const [relay] = useMutation(RelayQuestionDocument);
  const { id, version } = match;
  const { side } = question;
  return (
    <>
      <WordsForm
        label={t('question.wording')}
        description={t('question.wordingHint')}
        initial={question.text ?? ''}
        submit={t('question.relay')}
        onSend={(text) =>
          change(() => relay({ variables: { id, version, side, text } }), t('question.done.relay'))
        }
      />
      <KnownAnswer match={match} question={question} />
    </>
  );
}

/** Coordinators who know the answer, or get none, need not wait for the other side. */
function KnownAnswer(props: QuestionProps) {
  const { t } = useText();
  return (
    <details className={classes.known}>
      <summary>{t('question.answerMyself')}</summary>
      <AnswerForm {...props} />
    </details>
  );
}

function AnswerForm({ match, question }: QuestionProps) {
  const { t } = useText();
  const { change } = useMatchChange();
  const [answer] = useMutation(AnswerQuestionDocument);
  const { id, version } = match;
  const { side } = question;
  return (
    <WordsForm
      label={t('question.answerWording')}
      description={t('question.wordingHint')}
      initial={question.reply ?? ''}
      submit={t('question.sendAnswer')}
      onSend={(text) =>
        change(() => answer({ variables: { id, version, side, text } }), t('question.done.answer'))
      }
    />
  );
}
