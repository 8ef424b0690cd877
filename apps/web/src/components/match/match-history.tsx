import type { EventName } from '@wilma/domain';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './match.module.css';

export interface HistoryEvent {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly actor: string | null;
  readonly side: 'NEED' | 'OFFER' | null;
}

type WithoutPrefix<Name> = Name extends `match.${infer Short}` ? Short : never;

/** What happens to a match, as the API names it. */
type MatchEventName = WithoutPrefix<EventName>;

const EVENT_MESSAGES: Readonly<Record<MatchEventName, MessageId>> = {
  suggested: 'event.suggested',
  approved: 'event.approved',
  dismissed: 'event.dismissed',
  snoozed: 'event.snoozed',
  woken: 'event.woken',
  undone: 'event.undone',
  asked: 'event.asked',
  answered: 'event.answered',
  'answer-taken-back': 'event.answerTakenBack',
  'question-relayed': 'event.questionRelayed',
  'question-replied': 'event.questionReplied',
  'question-answered': 'event.questionAnswered',
  introduced: 'event.introduced',
  declined: 'event.declined',
  expired: 'event.expired',
  'asked-again': 'event.askedAgain',
  withdrawn: 'event.withdrawn',
  restored: 'event.restored',
  started: 'event.started',
  concluded: 'event.concluded',
  'outcome-corrected': 'event.outcomeCorrected',
  noted: 'event.noted',
  reminded: 'event.reminded',
  assigned: 'event.assigned',
  attributed: 'event.attributed',
  rescored: 'event.rescored',
};

const isMatchEvent = (name: string): name is MatchEventName => name in EVENT_MESSAGES;

const messageOf = (name: string): MessageId =>
  isMatchEvent(name) ? EVENT_MESSAGES[name] : 'event.other';

/** Who did what and when, the latest first; the API tells it from the beginning. */
export function MatchHistory({ events }: { events: readonly HistoryEvent[] }) {
  const { t } = useText();
  const { moment } = useDates();

  const actorOf = ({ actor, side }: HistoryEvent): string => {
    if (actor) return actor;
    return side ? t(`sideActor.${side}`) : t('event.bySystem');
  };

  return (
    <section aria-label={t('match.history')}>
      <h2 className={classes.heading}>{t('match.history')}</h2>
      <ol className={classes.timeline}>
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <span className={classes.eventName}>{t(messageOf(event.name))}</span>
            <span className={classes.eventMeta}>
              {actorOf(event)} · <time dateTime={event.at}>{moment(event.at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
