import { Button, Menu, Modal, Skeleton } from '@mantine/core';
import { IconCalendar, IconClock, IconSunrise } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { KeyHint } from './key-hint.js';
import type { ReviewActionsProps } from './review-actions.js';
import { morningOf, nextMonday, tomorrowMorning } from './snooze-times.js';

const DateField = lazy(() => import('../../components/date-field/date-field.js'));

/** Puts a match aside until a day; it comes back by itself. */
export function SnoozeMenu(props: ReviewActionsProps) {
  const { t } = useText();
  const { day } = useDates();
  const { disabled, keysOn, snoozing, onSnoozing, onChoice } = props;
  const [choosing, setChoosing] = useState(false);
  const now = new Date();
  const snooze = (until: Date) => onChoice({ do: 'snooze', until });
  return (
    <>
      <Menu opened={snoozing} onChange={onSnoozing} position="top-start" width={260}>
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
        <SnoozeDay
          onChoose={(until) => {
            setChoosing(false);
            snooze(until);
          }}
        />
      </Modal>
    </>
  );
}

function SnoozeDay({ onChoose }: { onChoose: (until: Date) => void }) {
  const { t } = useText();
  const [value, setValue] = useState<string | null>(null);
  const earliest = tomorrowMorning(new Date());
  return (
    <form
      style={{ minHeight: 380 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (value) onChoose(morningOf(value));
      }}
    >
      <Suspense fallback={<Skeleton h={68} />}>
        <DateField
          label={t('review.snoozeDay')}
          value={value}
          minDate={earliest.toISOString().slice(0, 10)}
          onChange={setValue}
        />
      </Suspense>
      <Button type="submit" mt="md" disabled={value === null}>
        {t('review.snooze')}
      </Button>
    </form>
  );
}
