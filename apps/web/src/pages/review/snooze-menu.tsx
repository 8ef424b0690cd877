import { Button, Center, Loader, Menu, Modal } from '@mantine/core';
import { IconCalendar, IconClock, IconSunrise } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { KeyHint } from './key-hint.js';
import { dayText, morningOf, nextMonday, tomorrowMorning } from './snooze-times.js';
import type { Choice } from './use-decisions.js';

export interface SnoozeMenuProps {
  readonly disabled?: boolean;
  readonly keysOn: boolean;
  readonly snoozing: boolean;
  readonly onSnoozing: (snoozing: boolean) => void;
  readonly onChoice: (choice: Choice) => void;
}

const SnoozeCalendar = lazy(() => import('./snooze-calendar.js'));

/** Puts a match aside until a day; it comes back by itself. */
export function SnoozeMenu(props: SnoozeMenuProps) {
  const { t } = useText();
  const { day } = useDates();
  const { disabled, keysOn, snoozing, onSnoozing, onChoice } = props;
  const [choosing, setChoosing] = useState(false);
  const now = new Date();
  const earliest = dayText(tomorrowMorning(now));
  const snooze = (until: Date) => onChoice({ do: 'snooze', until });
  return (
    <>
      <Menu
        opened={snoozing}
        onChange={onSnoozing}
        position="top-start"
        width={300}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            variant="default"
            disabled={disabled}
            leftSection={<IconClock size={18} aria-hidden />}
            rightSection={keysOn && <KeyHint>S</KeyHint>}
            aria-keyshortcuts={keysOn ? 's' : undefined}
          >
            {t('review.snooze')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconSunrise size={16} aria-hidden />}
            rightSection={<small className="soft">{day(tomorrowMorning(now).toISOString())}</small>}
            onClick={() => snooze(tomorrowMorning(now))}
          >
            {t('review.snoozeTomorrow')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClock size={16} aria-hidden />}
            rightSection={<small className="soft">{day(nextMonday(now).toISOString())}</small>}
            onClick={() => snooze(nextMonday(now))}
          >
            {t('review.snoozeNextWeek')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCalendar size={16} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            {t('review.snoozeDate')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={choosing}
        onClose={() => setChoosing(false)}
        title={t('review.snoozeUntil')}
        closeButtonProps={{ 'aria-label': t('action.cancel') }}
        centered
      >
        <Center mih={300}>
          <Suspense fallback={<Loader />}>
            <SnoozeCalendar
              minDate={earliest}
              onChoose={(chosen) => {
                setChoosing(false);
                snooze(morningOf(chosen));
              }}
            />
          </Suspense>
        </Center>
      </Modal>
    </>
  );
}
