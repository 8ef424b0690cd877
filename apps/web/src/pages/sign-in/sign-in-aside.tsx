import { IconCheck } from '@tabler/icons-react';
import { RegionMap } from '../../components/region-map/region-map.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './sign-in.module.css';

const POINTS: readonly MessageId[] = ['signIn.point1', 'signIn.point2', 'signIn.point3'];

/** Beside the form: what waits inside, on the map of the region. */
export function SignInAside() {
  const { t } = useText();
  return (
    <aside className={classes.aside} aria-label={t('signIn.aside')}>
      <p className={classes.asideClaim}>{t('signIn.claim')}</p>
      <div className={classes.asideMap}>
        <RegionMap />
      </div>
      <ul className={classes.points}>
        {POINTS.map((point) => (
          <li key={point}>
            <IconCheck size={20} aria-hidden />
            <span>{t(point)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
