import { useIntl } from 'react-intl';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './posting-page.module.css';
import type { ShownPosting } from './shown-posting.js';

/** Days that are named; those before are counted. */
const NAMED = 3;

/** To its owner: on which days coordinators read what was entrusted to them alone. */
export function PostingReadings({ posting: { daysOfReading } }: { posting: ShownPosting }) {
  const { t } = useText();
  const { day } = useDates();
  const { formatList } = useIntl();
  if (daysOfReading.length === 0) return null;
  const earlier = daysOfReading.length - NAMED;
  return (
    <ul className={classes.readings}>
      {daysOfReading.slice(0, NAMED).map((reading) => (
        <li key={reading.day}>
          {t('posting.read', {
            date: day(reading.day),
            parts: formatList(reading.parts.map((part) => t(`confidentialPart.${part}`))),
          })}
        </li>
      ))}
      {earlier > 0 && <li>{t('posting.readEarlier', { count: earlier })}</li>}
    </ul>
  );
}
