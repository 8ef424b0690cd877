import { ChosenOrganisations } from '../../components/organisations/chosen-organisations.js';
import { OrganisationCombobox } from '../../components/organisations/organisation-combobox.js';
import { Bounds } from '@wilma/domain';
import { useText } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import type { PostingFormState } from './form-state.js';

/** Organisations that the posting is never matched with; nobody else reads who they are. */
export function NeverSection({ form }: { form: PostingFormState }) {
  const { t } = useText();
  const { neverMatchWith, organisation } = form.values;
  const choose = (next: typeof neverMatchWith) => {
    form.clearFieldError('neverMatchWith');
    form.setFieldValue('neverMatchWith', next);
  };
  return (
    <FormSection title={t('form.never')} hint={t('form.neverHint')} optional>
      <div>
        <OrganisationCombobox
          id="field-neverMatchWith"
          label={t('form.neverLabel')}
          error={form.errors['neverMatchWith']}
          disabled={neverMatchWith.length >= Bounds.neverMatchWith.max}
          exclude={[organisation, ...neverMatchWith.map(({ id }) => id)]}
          onChoose={({ id, name }) => choose([...neverMatchWith, { id, name }])}
        />
        <ChosenOrganisations
          label={t('form.neverChosen')}
          organisations={neverMatchWith}
          onRemove={(id) => choose(neverMatchWith.filter((one) => one.id !== id))}
        />
      </div>
    </FormSection>
  );
}
