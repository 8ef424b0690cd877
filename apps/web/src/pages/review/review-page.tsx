import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
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

type OpenDialog = 'dismiss' | 'help' | 'snooze' | null;

/** The coordinators' queue: every suggestion is decided by a person. */
export default function ReviewPage() {
  const { t } = useText();
  usePageTitle(t('review.title'));
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [keysOn, setKeysOn] = useLocalStorage({
    key: 'wilma.single-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const queue = useReviewQueue();
  const decisions = useDecisions();

  const ids = queue.rows?.map((match) => match.id) ?? [];
  // On a phone the address says whether the list or a match is shown; on a desk both are.
  const asked = params.get('match');
  const current = asked !== null && ids.includes(asked) ? asked : (ids[0] ?? null);
  const row = queue.rows?.find((match) => match.id === current);
  const detail = useMatchDetail(current, current && successor(ids, current));

  const open = (id: string | null, options?: { replace: boolean }) =>
    setParams(id === null ? {} : { match: id }, { ...options, preventScrollReset: true });
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

  useReviewKeys(keysOn && dialog === null, {
    next: () => move(1),
    previous: () => move(-1),
    approve: () => void decide({ do: 'approve' }),
    dismiss: () => row?.canDecide && setDialog('dismiss'),
    snooze: () => row?.canDecide && setDialog('snooze'),
    undo: () => void undo(),
    help: () => setDialog('help'),
  });

  if (queue.error && !queue.rows) {
    return <ErrorPage error={queue.error} onRetry={() => void queue.refresh()} />;
  }
  return (
    <div className={classes.review} data-detail={asked !== null || undefined}>
      <section className={`panel ${classes.list}`} aria-labelledby="queue-title">
        <QueueList queue={queue} current={current} onOpen={open} />
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
        snoozing={dialog === 'snooze'}
        onSnoozing={(snoozing) => setDialog(snoozing ? 'snooze' : null)}
        onChoice={(choice) => void decide(choice)}
        onDismiss={() => setDialog('dismiss')}
        onHelp={() => setDialog('help')}
        onBack={() => open(null)}
      />
      <ReasonDialog
        opened={dialog === 'dismiss'}
        title={t('review.dismissTitle')}
        text={t('review.dismissText')}
        onClose={() => setDialog(null)}
        onChoose={(reason, note) => void decide({ do: 'dismiss', reason, note })}
      />
      <KeyHelp
        opened={dialog === 'help'}
        keysOn={keysOn}
        onKeysOn={setKeysOn}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}
