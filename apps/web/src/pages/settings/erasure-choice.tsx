import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Notice } from '../../components/notice.js';
import { useToasts } from '../../components/toasts.js';
import {
  CancelErasureDocument,
  type ErasurePlanFragment,
  MyErasureDocument,
  RequestErasureDocument,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './settings.module.css';

const AGAIN = { refetchQueries: [MyErasureDocument], awaitRefetchQueries: true };

/** Lets people have their account erased, with what that means, and keep it after all. */
export function ErasureChoice() {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(MyErasureDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [request, asking] = useMutation(RequestErasureDocument, AGAIN);
  const [cancel, cancelling] = useMutation(CancelErasureDocument, AGAIN);

  const settle = (work: Promise<unknown>, done: string) => {
    work
      .then(() => {
        showDone(done);
        // What had the focus is gone.
        place.current?.focus({ preventScroll: true });
      })
      .catch(showError);
  };

  return (
    <div ref={place} tabIndex={-1} className={classes.erasure}>
      <h3>{t('erasure.title')}</h3>
      {!data && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingView lines={2} />}
      {data &&
        (data.myErasure.requestedAt === null ? (
          <Wish
            plan={data.myErasure}
            isBusy={asking.loading}
            onRequest={() => settle(request(), t('erasure.requested'))}
          />
        ) : (
          <>
            <Consequences plan={data.myErasure} />
            <Button
              loading={cancelling.loading}
              onClick={() => settle(cancel(), t('erasure.cancelled'))}
            >
              {t('erasure.keep')}
            </Button>
          </>
        ))}
    </div>
  );
}

interface WishProps {
  readonly plan: ErasurePlanFragment;
  readonly isBusy: boolean;
  readonly onRequest: () => void;
}

/** What it means is shown before it can be asked for. */
function Wish({ plan, isBusy, onRequest }: WishProps) {
  const { t } = useText();
  const [step, setStep] = useState<'asking' | 'kept' | null>(null);
  if (step !== 'asking') {
    return (
      <>
        <p>{t('erasure.text')}</p>
        <Button variant="default" autoFocus={step === 'kept'} onClick={() => setStep('asking')}>
          {t('erasure.begin')}
        </Button>
      </>
    );
  }
  return (
    <div role="group" aria-label={t('erasure.title')}>
      <Consequences plan={plan} />
      <Group gap="xs">
        <Button color="red.9" autoFocus loading={isBusy} onClick={onRequest}>
          {t('erasure.request')}
        </Button>
        <Button variant="default" onClick={() => setStep('kept')}>
          {t('action.cancel')}
        </Button>
      </Group>
    </div>
  );
}

/** When it happens, what becomes of postings, and what holds it. */
function Consequences({ plan }: { plan: ErasurePlanFragment }) {
  const { t } = useText();
  const { day } = useDates();
  const { requestedAt, dueAt, latestAt, estates, holds } = plan;
  const isAsked = requestedAt !== null;
  return (
    <>
      <Notice tone="wait" title={t(isAsked ? 'erasure.due' : 'erasure.would', { day: day(dueAt) })}>
        <p>{t('erasure.meanwhile')}</p>
      </Notice>
      <ul>
        <li>{t('erasure.gone')}</li>
        {estates
          .filter(({ postings }) => postings > 0)
          .map(({ organisation, postings, successor }) => (
            <li key={organisation}>
              {successor === null
                ? t('erasure.closed', { organisation, postings })
                : t('erasure.passedOn', { organisation, postings, successor })}
            </li>
          ))}
        <li>{t('erasure.stays')}</li>
      </ul>
      {holds.length > 0 && (
        <>
          <p>{t('erasure.held', { day: day(latestAt) })}</p>
          <ul>
            {holds.map(({ kind, about, count }) => (
              <li key={`${kind} ${about}`}>{t(`erasure.hold.${kind}`, { about, count })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
