import { Radio, Textarea } from '@mantine/core';
import { Bounds, Visibility } from '@wilma/domain';
import { useText } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import { fieldProps, type PostingFormState } from './form-state.js';
import classes from './form.module.css';

/** Who sees what; the preview beside the form shows the effect. */
export function VisibilitySection({ form }: { form: PostingFormState }) {
  const { t } = useText();
  return (
    <FormSection title={t('form.visibility')} hint={t('form.visibilityHint')}>
      <Radio.Group
        aria-label={t('form.visibility')}
        value={form.values.visibility}
        onChange={(value) => form.setFieldValue('visibility', value)}
        error={form.errors['visibility']}
      >
        <div className={classes.cards} data-columns="3">
          {Object.values(Visibility).map((visibility) => (
            <Radio.Card
              key={visibility}
              value={visibility}
              className={classes.choice}
              aria-label={t(`visibility.${visibility}`)}
              aria-describedby={`visibility-${visibility}`}
            >
              <Radio.Indicator size="sm" />
              <span>
                <b>{t(`visibility.${visibility}`)}</b>
                <small id={`visibility-${visibility}`}>{t(`visibilityHint.${visibility}`)}</small>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('posting.confidential')}
        description={t('form.confidentialHint')}
        autosize
        minRows={2}
        maxLength={Bounds.text.max}
        {...fieldProps(form, 'confidential')}
      />
    </FormSection>
  );
}
