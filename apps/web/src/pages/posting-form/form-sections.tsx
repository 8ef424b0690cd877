import { SegmentedControl, Textarea, TextInput, NativeSelect } from '@mantine/core';
import { Bounds, OfferKind, Urgency, type PostingKind } from '@wilma/domain';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { CallerSection } from './caller-section.js';
import { ContactSection } from './contact-section.js';
import { FormSection } from './form-section.js';
import { fieldProps, type PostingFormState } from './form-state.js';
import classes from './form.module.css';
import { FormsField } from './forms-field.js';
import { FrameSection } from './frame-section.js';
import { NeverSection } from './never-section.js';
import { TagsField } from './tags-field.js';
import { VisibilitySection } from './visibility-section.js';

interface FormSectionsProps {
  readonly kind: PostingKind;
  readonly form: PostingFormState;
  readonly isNew: boolean;
  /** Whether a coordinator writes for somebody who phoned. */
  readonly isForOthers: boolean;
  /** Whether the form began with a stored posting. */
  readonly isStored: boolean;
  /** Whether the posting is still being written. */
  readonly isDraft: boolean;
}

/** The form from what matters most to what can wait. */
export function FormSections(props: FormSectionsProps) {
  const { kind, form, isNew, isForOthers, isStored, isDraft } = props;
  return (
    <>
      {isForOthers && <CallerSection form={form} isNew={isNew} />}
      <TopicSection kind={kind} form={form} withChoice={isNew && !isForOthers} />
      <TagsField form={form} kind={kind} isStored={isStored} isDraft={isDraft} />
      <FormsField form={form} />
      <VisibilitySection form={form} />
      <FrameSection kind={kind} form={form} />
      {kind === 'NEED' ? <StorySection form={form} /> : <EvidenceSection form={form} />}
      <NeverSection form={form} />
      {!isForOthers && <ContactSection form={form} />}
    </>
  );
}

interface TopicSectionProps extends Pick<FormSectionsProps, 'form' | 'kind'> {
  readonly withChoice: boolean;
}

function TopicSection({ kind, form, withChoice }: TopicSectionProps) {
  const { t } = useText();
  const isNeed = kind === 'NEED';
  return (
    <FormSection title={t('form.topic')}>
      {withChoice && <OrganisationField form={form} />}
      <TextInput
        label={t('form.title')}
        description={t(isNeed ? 'form.titleHintNeed' : 'form.titleHintOffer')}
        maxLength={Bounds.title.max}
        required
        withAsterisk={false}
        {...fieldProps(form, 'title')}
      />
      <Textarea
        label={t('form.summary')}
        description={t('form.summaryHint')}
        autosize
        minRows={2}
        maxLength={Bounds.summary.max}
        {...fieldProps(form, 'summary')}
      />
      <Textarea
        label={t('form.description')}
        description={t(isNeed ? 'form.descriptionHintNeed' : 'form.descriptionHintOffer')}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={Bounds.text.max}
        {...fieldProps(form, 'description')}
      />
      {!isNeed && (
        <NativeSelect label={t('posting.offerKind')} {...fieldProps(form, 'kind')}>
          <option value="">{t('form.choose')}</option>
          {Object.values(OfferKind).map((offerKind) => (
            <option key={offerKind} value={offerKind}>
              {t(`offerKind.${offerKind}`)}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormSection>
  );
}

/** Only where there is a choice. */
function OrganisationField({ form }: { form: PostingFormState }) {
  const { t } = useText();
  const { me } = useSession();
  const organisations = me?.memberships.map((membership) => membership.organisation) ?? [];
  if (organisations.length < 2) return null;
  return (
    <NativeSelect label={t('form.organisation')} {...fieldProps(form, 'organisation')}>
      {organisations.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

function StorySection({ form }: { form: PostingFormState }) {
  const { t } = useText();
  const urgencies = Object.values(Urgency).map((urgency) => ({
    value: urgency,
    label: t(`urgency.${urgency}`),
  }));
  return (
    <FormSection title={t('form.story')} optional>
      <Textarea
        label={t('posting.tried')}
        description={t('form.triedHint')}
        autosize
        minRows={2}
        maxLength={Bounds.shortText.max}
        {...fieldProps(form, 'tried')}
      />
      <Textarea
        label={t('posting.goal')}
        description={t('form.goalHint')}
        autosize
        minRows={2}
        maxLength={Bounds.shortText.max}
        {...fieldProps(form, 'goal')}
      />
      <div>
        <p className={classes.groupLabel} aria-hidden>
          {t('posting.urgency')}
        </p>
        <SegmentedControl
          data={urgencies}
          aria-label={t('posting.urgency')}
          {...form.getInputProps('urgency')}
        />
      </div>
    </FormSection>
  );
}

function EvidenceSection({ form }: { form: PostingFormState }) {
  const { t } = useText();
  return (
    <FormSection title={t('form.proof')} optional>
      <Textarea
        label={t('posting.evidence')}
        description={t('form.evidenceHint')}
        autosize
        minRows={3}
        maxLength={Bounds.shortText.max}
        {...fieldProps(form, 'evidence')}
      />
    </FormSection>
  );
}
