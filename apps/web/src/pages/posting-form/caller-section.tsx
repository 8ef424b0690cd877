import { ChosenOrganisations } from '../../components/organisations/chosen-organisations.js';
import { OrganisationCombobox } from '../../components/organisations/organisation-combobox.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { ContactFields } from './contact-section.js';
import { FormSection } from './form-section.js';
import type { PostingFormState } from './form-state.js';
import type { FormOwner } from './form-values.js';

interface CallerSectionProps {
  readonly form: PostingFormState;
  /** Whether the organisation can still be chosen: once stored, it is handed over instead. */
  readonly isNew: boolean;
}

/** Who phoned and for whom: the first thing that a coordinator asks. */
export function CallerSection({ form, isNew }: CallerSectionProps) {
  const { t } = useText();
  const { me } = useSession();
  const { owner } = form.values;
  // For their own nobody is asked to confirm: that is another form.
  const own = me?.memberships.map(({ organisation }) => organisation.id) ?? [];
  const choose = (chosen: FormOwner | null) => {
    form.clearFieldError('organisation');
    form.setFieldValue('owner', chosen);
    form.setFieldValue('organisation', chosen?.id ?? '');
    if (chosen?.district && form.values.district === '') {
      form.setFieldValue('district', chosen.district);
    }
  };
  return (
    <FormSection title={t('form.caller')} hint={t('form.callerHint')}>
      {isNew && (
        <div>
          {owner === null && (
            <OrganisationCombobox
              id="field-organisation"
              label={t('form.organisation')}
              description={t('form.callerOrganisationHint')}
              error={form.errors['organisation']}
              exclude={own}
              onChoose={choose}
            />
          )}
          <ChosenOrganisations
            label={t('form.organisation')}
            organisations={owner === null ? [] : [owner]}
            onRemove={() => choose(null)}
          />
        </div>
      )}
      <ContactFields form={form} />
    </FormSection>
  );
}
