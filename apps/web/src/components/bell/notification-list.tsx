import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { NotificationRowFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { EmptyState } from '../empty-state.js';
import { ErrorView } from '../error-view.js';
import { LoadingView } from '../loading-view.js';
import { ShowMore } from '../show-more.js';
import classes from './bell.module.css';
import { notificationPath } from './notification-path.js';
import { useNotifications } from './use-notifications.js';

/** The list behind the bell. */
export function NotificationList({ onLeave }: { onLeave: () => void }) {
  const { t } = useText();
  const list = useNotifications();
  const { rows, unread } = list;
  return (
    <>
      <div className={classes.head}>
        <h2 tabIndex={-1} data-autofocus>
          {t('bell.title')}
        </h2>
        {unread > 0 && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconChecks size={16} aria-hidden />}
            onClick={list.markAllRead}
          >
            {t('bell.markAllRead')}
          </Button>
        )}
      </div>
      {!rows && list.error != null && <ErrorView error={list.error} onRetry={list.retry} />}
      {!rows && list.error == null && (
        <div className={classes.loading}>
          <LoadingView lines={3} />
        </div>
      )}
      {rows?.length === 0 && <EmptyState picture="letters" text={t('bell.empty')} />}
      {rows && rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map((row) => (
            <NotificationRow
              key={row.id}
              row={row}
              onOpen={() => {
                list.markRead(row);
                if (notificationPath(row) !== null) onLeave();
              }}
            />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className={classes.more}>
          <ShowMore of={list} variant="subtle" size="sm" />
        </div>
      )}
    </>
  );
}

interface NotificationRowProps {
  readonly row: NotificationRowFragment;
  readonly onOpen: () => void;
}

function NotificationRow({ row, onOpen }: NotificationRowProps) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const path = notificationPath(row);
  const isUnread = row.readAt === null;
  const content = (
    <>
      <span className={classes.mark} aria-hidden />
      <span>
        <span className={classes.text}>{row.text}</span>
        <span className={classes.when}>
          {relativeDay(row.createdAt)}
          {isUnread && <span className={classes.unread}> · {t('bell.unread')}</span>}
        </span>
      </span>
    </>
  );
  return (
    <li data-unread={isUnread || undefined}>
      {path !== null && (
        <Link to={path} className={classes.row} onClick={onOpen}>
          {content}
        </Link>
      )}
      {path === null && isUnread && (
        <button type="button" className={classes.row} onClick={onOpen}>
          {content}
        </button>
      )}
      {path === null && !isUnread && <div className={classes.row}>{content}</div>}
    </li>
  );
}
