import {
  IconEyeCheck,
  IconListDetails,
  IconEyeOff,
  IconPencil,
  IconThumbUp,
  IconTimeline,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './home.module.css';

interface Point {
  readonly icon: ComponentType<{ size: number; 'aria-hidden': boolean }>;
  readonly title: MessageId;
  readonly text: MessageId;
}

const STEPS: readonly Point[] = [
  { icon: IconPencil, title: 'home.step1.title', text: 'home.step1.text' },
  { icon: IconListDetails, title: 'home.step2.title', text: 'home.step2.text' },
  { icon: IconEyeCheck, title: 'home.step3.title', text: 'home.step3.text' },
  { icon: IconThumbUp, title: 'home.step4.title', text: 'home.step4.text' },
];

const PROMISES: readonly Point[] = [
  { icon: IconEyeCheck, title: 'home.promise1.title', text: 'home.promise1.text' },
  { icon: IconTimeline, title: 'home.promise2.title', text: 'home.promise2.text' },
  { icon: IconEyeOff, title: 'home.promise3.title', text: 'home.promise3.text' },
];

/** The way from a posting to an introduction, and what people can rely on. */
export function HomeHow() {
  const { t } = useText();
  return (
    <section className={classes.how} aria-labelledby="how">
      <h2 id="how">{t('home.howTitle')}</h2>
      <ol className={classes.steps}>
        {STEPS.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <span className={classes.stepIcon}>
              <Icon size={22} aria-hidden />
            </span>
            <h3>{t(title)}</h3>
            <p>{t(text)}</p>
          </li>
        ))}
      </ol>
      <div className={classes.promises}>
        {PROMISES.map(({ icon: Icon, title, text }) => (
          <div key={title}>
            <Icon size={24} aria-hidden />
            <div>
              <h3>{t(title)}</h3>
              <p>{t(text)}</p>
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
