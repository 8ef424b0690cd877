import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../lang/text.js';
import { parseDay } from './parse-day.js';

interface DateFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly error?: ReactNode;
  /** A calendar day, YYYY-MM-DD. */
  readonly value: string | null;
  readonly minDate?: string;
  readonly onChange: (value: string | null) => void;
}

/** A day to type as 31.12.2027 or to choose from a calendar. */
export default function DateField(props: DateFieldProps) {
  const { t, locale } = useText();
  return (
    <DateInput
      {...props}
      locale={locale}
      valueFormat="DD.MM.YYYY"
      placeholder={t('form.datePlaceholder')}
      dateParser={parseDay}
      clearable
      // Their red has too little contrast.
      weekendDays={[]}
      clearButtonProps={{ 'aria-label': t('form.clearDate') }}
      leftSection={<IconCalendar size={18} aria-hidden />}
      previousLabel={t('form.previousMonth')}
      nextLabel={t('form.nextMonth')}
      popoverProps={{ withinPortal: false }}
    />
  );
}
