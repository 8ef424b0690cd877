import { Bounds, TagWeight, type PostingKind } from '@wilma/domain';
import { useRef } from 'react';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import tagClasses from '../../components/tags/tags.module.css';
import { useSuggestTag } from '../../components/tags/use-suggest-tag.js';
import { useText } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import type { PostingFormState } from './form-state.js';
import type { ChosenTag } from './form-values.js';
import { OfferedTags } from './offered-tags.js';
import { TagRow } from './tag-row.js';
import { useReadTags } from './use-read-tags.js';

interface TagsFieldProps {
  readonly form: PostingFormState;
  readonly kind: PostingKind;
  /** Whether the form began with a stored posting. */
  readonly isStored: boolean;
  /** Whether the posting is still being written, so that tags may be taken from its text. */
  readonly isDraft: boolean;
}

type NamedTag = Pick<ChosenTag, 'id' | 'label' | 'state'>;

const FIELD = 'field-tags';

/** The tags by which matches are found, each with its weight. */
export function TagsField({ form, kind, isStored, isDraft }: TagsFieldProps) {
  const { t } = useText();
  const { tags, language } = form.values;
  const rows = useRef<HTMLUListElement>(null);
  const offered = useReadTags(form, { takes: isDraft, isStored });
  const setTags = (next: ChosenTag[]) => {
    form.clearFieldError('tags');
    form.setFieldValue('tags', next);
  };
  const add = ({ id, label, state }: NamedTag) => {
    // Others may have been chosen while an answer was on its way.
    const chosen = form.getValues().tags;
    if (chosen.some((tag) => tag.id === id) || chosen.length >= Bounds.tags.max) return;
    setTags([...chosen, { id, label, state, weight: TagWeight.RELEVANT }]);
  };
  const suggestTag = useSuggestTag(language);
  const suggest = async (label: string) => {
    const suggested = await suggestTag(label);
    if (suggested === null) return;
    if ('problem' in suggested) form.setFieldError('tags', suggested.problem);
    else add(suggested.tag);
  };
  /** The focus goes on to the next tag, at last back to the field. */
  const remove = (index: number) => {
    setTags(tags.filter((_, other) => other !== index));
    requestAnimationFrame(() => {
      const left = rows.current?.querySelectorAll<HTMLElement>('[data-remove-tag]') ?? [];
      (left[Math.min(index, left.length - 1)] ?? document.getElementById(FIELD))?.focus();
    });
  };
  const weigh = (weighed: ChosenTag, weight: number) =>
    setTags(tags.map((tag) => (tag.id === weighed.id ? touched(tag, weight) : tag)));
  const read = tags.filter(({ readFrom }) => readFrom !== undefined).length;
  return (
    <FormSection
      title={t('posting.tags')}
      hint={t(kind === 'NEED' ? 'form.tagsHintNeed' : 'form.tagsHintOffer')}
    >
      <div>
        <TagCombobox
          id={FIELD}
          label={t('form.tagsLabel')}
          description={t('form.tagsDescription', { max: Bounds.tags.max })}
          error={form.errors['tags']}
          exclude={tags.map((tag) => tag.id)}
          disabled={tags.length >= Bounds.tags.max}
          onChoose={add}
          onSuggest={(label) => void suggest(label)}
        />
        <p role="status" className={tagClasses.readNote}>
          {read > 0 && t('form.tagsRead', { count: read })}
        </p>
        {tags.length > 0 && (
          <ul ref={rows} className={tagClasses.chosen} aria-label={t('form.chosenTags')}>
            {tags.map((tag, index) => (
              <TagRow
                key={tag.id}
                tag={tag}
                onWeight={(weight) => weigh(tag, weight)}
                onRemove={() => remove(index)}
              />
            ))}
          </ul>
        )}
        {tags.length < Bounds.tags.max && <OfferedTags offered={offered} onChoose={add} />}
      </div>
    </FormSection>
  );
}

/** Who weighs a tag has chosen it: it stays whatever becomes of the text. */
const touched = ({ id, label, state }: ChosenTag, weight: number): ChosenTag => ({
  id,
  label,
  state,
  weight,
});
