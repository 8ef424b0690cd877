import { Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ChosenOrganisations } from '../../components/organisations/chosen-organisations.js';
import { OrganisationCombobox } from '../../components/organisations/organisation-combobox.js';
import { findContactProblems } from '../../components/posting/problems.js';
import type { FieldError } from '../../graphql/errors.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession, type Me } from '../../session/session.js';
import { ContactFields } from '../posting-form/contact-section.js';
import { focusField } from '../posting-form/error-summary.js';
import { formErrors } from '../posting-form/field-paths.js';
import { fieldProps, type PostingFormState } from '../posting-form/form-state.js';
import {
  contactInput,
  emptyValues,
  isContactTyped,
  type PostingFormValues,
} from '../posting-form/form-values.js';
import type { ShownPosting } from './shown-posting.js';
import { useHandover } from './use-handover.js';
import classes from './posting-page.module.css';

interface HandoverDialogProps {
  readonly posting: ShownPosting;
  readonly onClose: () => void;
}

/** To whom the posting goes: a colleague as its contact, another organisation, or both. */
export default function HandoverDialog({ posting, onClose }: HandoverDialogProps) {
  const { t, locale } = useText();
  const { me } = useSession();
  const { busy, handOver } = useHandover(posting);
  const form = useForm<PostingFormValues>({
    initialValues: emptyValues({
      locale,
      account: { name: '', email: '', salutation: null, academicTitle: null },
      organisations: [],
      isForOthers: true,
    }),
  });
  const isStaff = isStaffRole(me?.role) && !posting.mine;

  const show = (problems: readonly FieldError[]) => {
    form.setErrors(formErrors(problems));
    focusField(problems[0]);
  };

  const submit = async () => {
    const { organisation, contact } = form.getValues();
    const isNamed = isContactTyped(contact);
    const problems = [
      // Who is no member can give it to another organisation, but not choose its people.
      ...(organisation === '' && (isStaff || !isNamed)
        ? [{ path: isStaff ? 'organisation' : 'contact.name', message: 'handover.nobody' as const }]
        : []),
      // A phone number alone is no contact; what was typed is not dropped without a word.
      ...(isNamed ? findContactProblems(contact) : []),
    ];
    const found = problems.map(({ path, message }) => ({ path, message: t(message) }));
    if (found.length > 0) {
      show(found);
      return;
    }
    const refused = await handOver({
      organisation: organisation || null,
      contact: contactInput(contact),
    });
    if (refused === null) onClose();
    else show(refused);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('handover.title')}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
      size="lg"
      centered
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <p className={classes.handoverText}>
            {t(isStaff ? 'handover.staffText' : 'handover.text')}
          </p>
          {isStaff ? (
            <AnyOrganisation form={form} posting={posting} />
          ) : (
            <OwnOrganisation form={form} posting={posting} me={me} />
          )}
          <ContactFields form={form} />
        </Stack>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('handover.open')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface OrganisationFieldProps {
  readonly form: PostingFormState;
  readonly posting: ShownPosting;
}

/** A member hands over between their own organisations only: shown where there are several. */
function OwnOrganisation({ form, posting, me }: OrganisationFieldProps & { me: Me | null }) {
  const { t } = useText();
  const others = (me?.memberships ?? [])
    .map(({ organisation }) => organisation)
    .filter(({ id }) => id !== posting.organisation?.id);
  if (others.length === 0) return null;
  return (
    <NativeSelect
      label={t('handover.organisation')}
      description={t('handover.moves')}
      {...fieldProps(form, 'organisation')}
    >
      <option value="">{t('handover.stays', { name: posting.organisation?.name ?? '' })}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

function AnyOrganisation({ form, posting }: OrganisationFieldProps) {
  const { t } = useText();
  const { owner } = form.values;
  const choose = (chosen: PostingFormValues['owner']) => {
    form.clearFieldError('organisation');
    form.setFieldValue('owner', chosen);
    form.setFieldValue('organisation', chosen?.id ?? '');
  };
  return (
    <div>
      {owner === null && (
        <OrganisationCombobox
          id="field-organisation"
          label={t('handover.organisation')}
          error={form.errors['organisation']}
          exclude={posting.organisation ? [posting.organisation.id] : []}
          onChoose={choose}
        />
      )}
      <ChosenOrganisations
        label={t('handover.organisation')}
        organisations={owner === null ? [] : [owner]}
        onRemove={() => choose(null)}
      />
    </div>
  );
}
