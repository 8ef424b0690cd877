import { ActionIcon, Popover, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../lang/text.js';
import classes from './bell.module.css';
import { NotificationList } from './notification-list.js';
import { useUnread } from './use-notifications.js';

const COUNTED = 99;

/** What happened meanwhile: the number of what is unread, and the list behind it. */
export default function NotificationBell() {
  const { t } = useText();
  const { count, latest } = useUnread();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width="min(400px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      withinPortal={false}
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          className={classes.bell}
          aria-label={t('bell.open', { count })}
          onClick={() => setOpened(!opened)}
        >
          <IconBell size={18} aria-hidden />
          {count > 0 && (
            <span className={classes.count} aria-hidden>
              {count > COUNTED ? `${String(COUNTED)}+` : count}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('bell.title')} className={classes.dropdown}>
        <NotificationList onLeave={() => setOpened(false)} />
      </Popover.Dropdown>
      <VisuallyHidden role="status">{latest}</VisuallyHidden>
    </Popover>
  );
}
