import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  /** `bad` for what failed, `wait` for what needs attention. */
  readonly tone: 'bad' | 'wait';
  readonly title?: string;
  readonly children: ReactNode;
  /** Whether it is read out at once: for what appears while somebody works. */
  readonly isUrgent?: boolean;
}

/** A framed message within a page. */
export function Notice({ tone, title, children, isUrgent = false }: NoticeProps) {
  const Icon = tone === 'bad' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.notice} data-tone={tone} role={isUrgent ? 'alert' : undefined}>
      <Icon size={20} aria-hidden />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
