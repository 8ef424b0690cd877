import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type DeskFilter,
  NO_DESK_FILTER,
  isNarrowed,
  matchFilter,
  readDeskFilter,
  writeDeskFilter,
} from '../../components/desk/desk-filter.js';
import { ErrorPage } from '../../components/error-view.js';
import { usePageTitle } from '../../components/page.js';
import { ReasonDialog } from '../../components/match/reason-dialog.js';
import { useText } from '../../lang/text.js';
import { KeyHelp } from './key-help.js';
import { neighbour, successor } from './queue-order.js';
import { QueueList } from './queue-list.js';
import classes from './review.module.css';
import { ReviewDetail } from './review-detail.js';
import { UndoStrip } from './undo-strip.js';
import { useDecisions, type Choice } from './use-decisions.js';
import { useReviewKeys } from './use-review-keys.js';
import { useMatchDetail, useReviewQueue } from './use-review-queue.js';

/** What is open over the page, and the match that it was opened for. */
interface OpenDialog {
  readonly kind: 'dismiss' | 'help' | 'snooze';
  readonly match: string | null;
}

/** The coordinators' queue: every suggestion is decided by a person. */
export default function ReviewPage() {
  const { t } = useText();
  usePageTitle(t('review.title'));
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [keysOn, setKeysOn] = useLocalStorage({
    key: 'wilma.single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [now] = useState(() => new Date());
  const filter = readDeskFilter(params);
  const queue = useReviewQueue(matchFilter(filter, now));
  const decisions = useDecisions();

  const ids = queue.rows?.map((match) => match.id) ?? [];
  // On a phone the address says whether the list or a match is shown; on a desk both are.
  const asked = params.get('match');
  // What is being read stays when something new comes in before it.
  const current = [asked, last].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;
  if (last !== current) setLast(current);
  const row = queue.rows?.find((match) => match.id === current);
  const detail = useMatchDetail(current, current && successor(ids, current));

  // A decision must not go to a match that has taken the place of another meanwhile.
  const isOpen = (kind: OpenDialog['kind']) => dialog?.kind === kind && dialog.match === current;
  const show = (kind: OpenDialog['kind']) => setDialog({ kind, match: current });

  const open = (id: string | null, options?: { replace: boolean }) => {
    const next = new URLSearchParams(params);
    if (id === null) next.delete('match');
    else next.set('match', id);
    setParams(next, { ...options, preventScrollReset: true });
  };
  const narrow = (chosen: DeskFilter) => {
    const next = writeDeskFilter(chosen, params);
    // What was open may not be among what is listed now.
    next.delete('match');
    setParams(next, { preventScrollReset: true });
  };
  const move = (step: number) => open(neighbour(ids, current, step), { replace: true });

  const decide = async (choice: Choice) => {
    setDialog(null);
    if (!row?.canDecide) return;
    const following = successor(ids, row.id);
    queue.hide(row.id);
    open(following, { replace: true });
    if (await decisions.decide(row, choice)) return;
    queue.reveal(row.id);
    await queue.refresh();
  };

  const undo = async () => {
    const id = await decisions.undo();
    if (id === null) return;
    await queue.refresh();
    queue.reveal(id);
    open(id, { replace: true });
  };

  useReviewKeys(keysOn && dialog?.match !== current, {
    next: () => move(1),
    previous: () => move(-1),
    approve: () => void decide({ do: 'approve' }),
    dismiss: () => row?.canDecide && show('dismiss'),
    snooze: () => row?.canDecide && show('snooze'),
    undo: () => void undo(),
    help: () => show('help'),
  });

  if (queue.error && !queue.rows) {
    return <ErrorPage error={queue.error} onRetry={() => void queue.refresh()} />;
  }
  return (
    <div className={classes.review} data-detail={asked !== null || undefined}>
      <section className={`panel ${classes.list}`} aria-labelledby="queue-title">
        <QueueList
          queue={queue}
          current={current}
          onOpen={open}
          filter={filter}
          onFilter={narrow}
        />
      </section>
      <UndoStrip
        decision={decisions.latest}
        keysOn={keysOn}
        onUndo={() => void undo()}
        onExpire={decisions.expire}
      />
      <ReviewDetail
        row={row}
        match={detail.data?.match}
        error={detail.error}
        onRetry={() => void detail.refetch()}
        loading={queue.rows === undefined || current !== null}
        keysOn={keysOn}
        snoozing={isOpen('snooze')}
        onSnoozing={(snoozing) => (snoozing ? show('snooze') : setDialog(null))}
        onChoice={(choice) => void decide(choice)}
        onDismiss={() => show('dismiss')}
        onHelp={() => show('help')}
        onBack={() => open(null)}
        onClear={isNarrowed(filter) ? () => narrow(NO_DESK_FILTER) : null}
      />
      <ReasonDialog
        opened={isOpen('dismiss')}
        title={t('review.dismissTitle')}
        text={t('review.dismissText')}
        onClose={() => setDialog(null)}
        onChoose={(reason, note) => void decide({ do: 'dismiss', reason, note })}
      />
      <KeyHelp
        opened={isOpen('help')}
        keysOn={keysOn}
        onKeysOn={setKeysOn}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}
