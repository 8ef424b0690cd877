import type { ReactNode } from 'react';
import classes from './empty-state.module.css';
import { EmptyPicture, type EmptyPictureName } from './empty-picture.js';

interface EmptyStateProps {
  readonly picture: EmptyPictureName;
  readonly title?: string;
  /** What will appear here, and how it comes about. */
  readonly text: string;
  /** The next step, as buttons or links. */
  readonly children?: ReactNode;
}

export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <EmptyPicture name={picture} />
      {title && <h2 className={classes.title}>{title}</h2>}
      <p className={classes.text}>{text}</p>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
