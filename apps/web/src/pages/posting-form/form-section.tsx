import type { ReactNode } from 'react';
import { useText } from '../../lang/text.js';
import classes from './form.module.css';

interface FormSectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly children: ReactNode;
}

/** A group of fields under one heading. */
export function FormSection({ title, hint, optional = false, children }: FormSectionProps) {
  const { t } = useText();
  return (
    <section className={`panel ${classes.section}`}>
      <div>
        <h2 className={classes.sectionTitle}>
          {title}
          {optional && <span> {t('form.optional')}</span>}
        </h2>
        {hint && <p className={classes.sectionHint}>{hint}</p>}
      </div>
      {children}
    </section>
  );
}
