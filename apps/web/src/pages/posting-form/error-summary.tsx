import { Anchor } from '@mantine/core';
import { Notice } from '../../components/notice.js';
import type { FieldError } from '../../graphql/errors.js';
import { useText } from '../../lang/text.js';
import { fieldId } from './field-paths.js';
import classes from './form.module.css';

/** Moves to the input of a problem; inside a closed section, that section opens first. */
export function focusField(problem: FieldError | undefined): void {
  if (!problem) return;
  // The errors are drawn first, then the page scrolls to them.
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(problem.path));
    field?.closest('details')?.setAttribute('open', '');
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  });
}

/** All problems at the top of the form, each leading to its field. */
export function ErrorSummary({ problems }: { problems: readonly FieldError[] }) {
  const { t } = useText();
  if (problems.length === 0) return null;
  return (
    <Notice tone="bad" isUrgent title={t('form.problems', { count: problems.length })}>
      <ul className={classes.problems}>
        {problems.map((problem) => (
          <li key={problem.path}>
            <Anchor component="button" type="button" onClick={() => focusField(problem)}>
              {problem.message}
            </Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
