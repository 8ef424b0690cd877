import { NativeSelect, TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Bounds, Salutation } from '@wilma/domain';
import { useText } from '../../lang/text.js';
import { fieldProps, type PostingFormState } from './form-state.js';
import classes from './form.module.css';

/** Whom the other side meets after two yeses; filled in already, so it starts closed. */
export function ContactSection({ form }: { form: PostingFormState }) {
  const { t } = useText();
  const { name, mail } = form.values.contact;
  return (
    <details className={`panel ${classes.contact}`}>
      <summary>
        <IconChevronRight size={18} aria-hidden className={classes.contactArrow} />
        <span className={classes.sectionTitle}>{t('form.contact')}</span>
        <span className="soft">{[name, mail].filter(Boolean).join(' · ')}</span>
      </summary>
      <div className={classes.contactFields}>
        <p className={classes.sectionHint}>{t('form.contactHint')}</p>
        <ContactFields form={form} />
      </div>
    </details>
  );
}

/** Whom to write to, by name. */
export function ContactFields({ form }: { form: PostingFormState }) {
  const { t } = useText();
  return (
    <>
      <div className={classes.row}>
        <NativeSelect label={t('form.salutation')} {...fieldProps(form, 'contact.salutation')}>
          {Object.values(Salutation).map((salutation) => (
            <option key={salutation} value={salutation}>
              {t(`salutation.${salutation}`)}
            </option>
          ))}
        </NativeSelect>
        <TextInput
          label={t('form.academicTitle')}
          maxLength={60}
          {...fieldProps(form, 'contact.academicTitle')}
        />
      </div>
      <TextInput
        label={t('form.name')}
        autoComplete="name"
        maxLength={Bounds.name.max}
        {...fieldProps(form, 'contact.name')}
      />
      <div className={classes.row}>
        <TextInput
          label={t('form.mail')}
          type="email"
          autoComplete="email"
          maxLength={Bounds.mail.max}
          {...fieldProps(form, 'contact.mail')}
        />
        <TextInput
          label={t('form.phone')}
          type="tel"
          autoComplete="tel"
          maxLength={Bounds.phone.max}
          {...fieldProps(form, 'contact.phone')}
        />
      </div>
    </>
  );
}
