import { NativeSelect, Skeleton } from '@mantine/core';
import { BudgetBand, District, type PostingKind } from '@wilma/domain';
import { lazy, Suspense } from 'react';
import type { TrlKey } from '../../components/posting/posting-words.js';
import { useText, type MessageId } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import { fieldProps, type PostingFormState } from './form-state.js';
import classes from './form.module.css';

/** The calendar is heavy and comes when the form is there already. */
const DateField = lazy(() => import('../../components/date-field/date-field.js'));

const TRL_STAGES: readonly { label: MessageId; levels: readonly TrlKey[] }[] = [
  { label: 'trlStage.idea', levels: ['1', '2', '3'] },
  { label: 'trlStage.test', levels: ['4', '5', '6'] },
  { label: 'trlStage.use', levels: ['7', '8', '9'] },
];

/** Maturity, place, time and money. */
export function FrameSection({ kind, form }: { kind: PostingKind; form: PostingFormState }) {
  const { t } = useText();
  const isNeed = kind === 'NEED';
  return (
    <FormSection title={t('form.frame')} hint={t('form.frameHint')}>
      <div className={classes.row}>
        <NativeSelect label={t('posting.district')} {...fieldProps(form, 'district')}>
          <option value="">{t('form.choose')}</option>
          {Object.values(District).map((district) => (
            <option key={district} value={district}>
              {t(`district.${district}`)}
            </option>
          ))}
        </NativeSelect>
        {isNeed && (
          <NativeSelect label={t('posting.budget')} {...fieldProps(form, 'budget')}>
            <option value="">{t('form.choose')}</option>
            {Object.values(BudgetBand).map((budget) => (
              <option key={budget} value={budget}>
                {t(`budget.${budget}`)}
              </option>
            ))}
          </NativeSelect>
        )}
      </div>
      <div className={classes.row}>
        <TrlSelect form={form} path="trl" label={t(isNeed ? 'form.trlNeed' : 'form.trlOffer')} />
        {isNeed && <TrlSelect form={form} path="targetTrl" label={t('form.targetTrl')} />}
      </div>
      <div className={classes.row}>
        <Suspense fallback={<Skeleton h={68} />}>
          <DateField
            label={t('form.startsOn')}
            error={form.errors['startsOn']}
            id="field-startsOn"
            value={form.values.startsOn}
            onChange={(value) => form.setFieldValue('startsOn', value)}
          />
          <DateField
            label={t('form.endsOn')}
            error={form.errors['endsOn']}
            id="field-endsOn"
            value={form.values.endsOn}
            onChange={(value) => form.setFieldValue('endsOn', value)}
          />
        </Suspense>
      </div>
    </FormSection>
  );
}

interface TrlSelectProps {
  readonly form: PostingFormState;
  readonly path: 'trl' | 'targetTrl';
  readonly label: string;
}

/** Technology readiness in plain words, the number beside them for those who know it. */
function TrlSelect({ form, path, label }: TrlSelectProps) {
  const { t } = useText();
  return (
    <NativeSelect label={label} {...fieldProps(form, path)}>
      <option value="">{t('form.unknown')}</option>
      {TRL_STAGES.map((stage) => (
        <optgroup key={stage.label} label={t(stage.label)}>
          {stage.levels.map((level) => (
            <option key={level} value={level}>
              {t('form.trlOption', { level, name: t(`trl.${level}`) })}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
