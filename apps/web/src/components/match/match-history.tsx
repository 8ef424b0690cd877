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

type MatchEventName = Extract<EventName, `match.${string}`>;

const EVENT_MESSAGES: Readonly<Record<MatchEventName, MessageId>> = {
  'match.suggested': 'event.suggested',
  'match.approved': 'event.approved',
  'match.dismissed': 'event.dismissed',
  'match.snoozed': 'event.snoozed',
  'match.woken': 'event.woken',
  'match.undone': 'event.undone',
  'match.asked': 'event.asked',
  'match.answered': 'event.answered',
  'match.answer-taken-back': 'event.answerTakenBack',
  'match.introduced': 'event.introduced',
  'match.declined': 'event.declined',
  'match.expired': 'event.expired',
  'match.asked-again': 'event.askedAgain',
  'match.withdrawn': 'event.withdrawn',
  'match.restored': 'event.restored',
  'match.started': 'event.started',
  'match.concluded': 'event.concluded',
  'match.reminded': 'event.reminded',
  'match.assigned': 'event.assigned',
  'match.rescored': 'event.rescored',
};

const isMatchEvent = (name: string): name is MatchEventName => name in EVENT_MESSAGES;

const messageOf = (name: string): MessageId =>
  isMatchEvent(name) ? EVENT_MESSAGES[name] : 'event.other';

/** Who did what and when, the latest first. */
export function MatchHistory({ events }: { events: readonly HistoryEvent[] }) {
  const { t } = useText();
  const { moment } = useDates();
  const latestFirst = [...events].sort((a, b) => b.at.localeCompare(a.at));

  const actorOf = ({ actor, side }: HistoryEvent): string => {
    if (actor) return actor;
    return side ? t(`sideActor.${side}`) : t('event.bySystem');
  };

  return (
    <section aria-label={t('match.history')}>
      <h2 className={classes.heading}>{t('match.history')}</h2>
      <ol className={classes.timeline}>
        {latestFirst.map((event) => (
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
