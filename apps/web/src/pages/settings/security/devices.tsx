import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ErrorView } from '../../../components/error-view.js';
import { LoadingView } from '../../../components/loading-view.js';
import { useToasts } from '../../../components/toasts.js';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  MySessionsDocument,
  type MySessionsQuery,
} from '../../../graphql/generated/graphql.js';
import { useDates } from '../../../lang/dates.js';
import { useText } from '../../../lang/text.js';
import classes from '../settings.module.css';
import { Item } from './item.js';

type Session = MySessionsQuery['mySessions'][number];

/** Where one is signed in, and how to end it. */
export function Devices() {
  const { t } = useText();
  const { day, relativeDay } = useDates();
  const { showDone, showError } = useToasts();
  const { data, error, refetch } = useQuery(MySessionsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const again = { refetchQueries: [MySessionsDocument], awaitRefetchQueries: true };
  const [end, ending] = useMutation(EndSessionDocument, again);
  const [endOthers, endingOthers] = useMutation(EndOtherSessionsDocument, again);

  const nameOf = ({ device: { browser, system } }: Session): string => {
    if (browser !== null && system !== null) return t('security.device', { browser, system });
    return browser ?? system ?? t('security.deviceUnknown');
  };
  const used = ({ lastUsedAt, createdAt }: Session): string =>
    t('security.deviceUsed', { when: relativeDay(lastUsedAt), since: day(createdAt) });

  const sessions = data?.mySessions ?? [];
  const current = sessions.find((session) => session.current);
  const others = sessions.filter((session) => !session.current);
  return (
    <>
      <h3>{t('security.devices')}</h3>
      {!data && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingView lines={2} />}
      <ul className={classes.list}>
        {current && (
          <li>
            <span>
              {nameOf(current)} <b>({t('security.thisDevice')})</b>
              <br />
              <span className="soft">{used(current)}</span>
            </span>
          </li>
        )}
        {others.map((session) => (
          <Item
            key={session.id}
            label={t('action.signOut')}
            fullLabel={t('security.signOutOf', { device: nameOf(session) })}
            isBusy={ending.loading}
            onEnd={() => {
              end({ variables: { id: session.id } })
                .then(() => showDone(t('security.ended')))
                .catch(showError);
            }}
          >
            {nameOf(session)}
            <br />
            <span className="soft">{used(session)}</span>
          </Item>
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <Button
            variant="default"
            loading={endingOthers.loading}
            onClick={() => {
              endOthers()
                .then(() => showDone(t('security.othersEnded')))
                .catch(showError);
            }}
          >
            {t('security.endOthers')}
          </Button>
        </div>
      )}
    </>
  );
}
