import { Button, Checkbox } from '@mantine/core';
import { CooperationForm } from '@wilma/domain';
import { useState } from 'react';
import { toggled } from '../../components/toggled.js';
import { useText } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import type { PostingFormState } from './form-state.js';
import classes from './form.module.css';

/** What is asked for most; the rest is one click away. */
const USUAL: readonly CooperationForm[] = [
  'CONTRACT_RESEARCH',
  'JOINT_PROJECT',
  'THESIS',
  'EQUIPMENT_USE',
  'CONSULTING',
  'PILOT',
];

/** How people want to work together; several answers are fine. */
export function FormsField({ form }: { form: PostingFormState }) {
  const { t } = useText();
  const [showsAll, setShowsAll] = useState(false);
  const chosen = form.values.cooperationForms;
  const others = Object.values(CooperationForm).filter((value) => !USUAL.includes(value));
  const shownOthers = showsAll ? others : others.filter((value) => chosen.includes(value));
  const error = form.errors['cooperationForms'];
  return (
    <FormSection title={t('posting.forms')} hint={t('form.formsHint')}>
      <div
        id="field-cooperationForms"
        className={classes.cards}
        role="group"
        aria-label={t('posting.forms')}
        tabIndex={-1}
      >
        {[...USUAL, ...shownOthers].map((value) => (
          <Checkbox.Card
            key={value}
            className={classes.choice}
            checked={chosen.includes(value)}
            onChange={() => form.setFieldValue('cooperationForms', toggled(chosen, value))}
            aria-label={t(`cooperationForm.${value}`)}
            aria-describedby={`form-hint-${value}`}
          >
            <Checkbox.Indicator size="sm" />
            <span>
              <b>{t(`cooperationForm.${value}`)}</b>
              <small id={`form-hint-${value}`}>{t(`cooperationFormHint.${value}`)}</small>
            </span>
          </Checkbox.Card>
        ))}
      </div>
      {error && <p className={classes.groupError}>{error}</p>}
      {!showsAll && shownOthers.length < others.length && (
        <Button
          variant="subtle"
          size="compact-md"
          className={classes.showAll}
          onClick={() => setShowsAll(true)}
        >
          {t('form.moreForms')}
        </Button>
      )}
    </FormSection>
  );
}
