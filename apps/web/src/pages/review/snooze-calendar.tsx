import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { DatePicker } from '@mantine/dates';
import { useText } from '../../lang/text.js';

interface SnoozeCalendarProps {
  /** The first day that can be chosen, YYYY-MM-DD. */
  readonly minDate: string;
  readonly onChoose: (day: string) => void;
}

/** A calendar in which one click chooses the day. */
export default function SnoozeCalendar({ minDate, onChoose }: SnoozeCalendarProps) {
  const { t, locale } = useText();
  return (
    <DatePicker
      locale={locale}
      minDate={minDate}
      // Their red has too little contrast.
      weekendDays={[]}
      ariaLabels={{ previousMonth: t('form.previousMonth'), nextMonth: t('form.nextMonth') }}
      onChange={(day) => {
        if (day) onChoose(day);
      }}
    />
  );
}
