import { CloseButton, SegmentedControl } from '@mantine/core';
import { Bounds, TagWeight, type PostingKind } from '@wilma/domain';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import tagClasses from '../../components/tags/tags.module.css';
import { useSuggestTag } from '../../components/tags/use-suggest-tag.js';
import { useText } from '../../lang/text.js';
import { FormSection } from './form-section.js';
import type { PostingFormState } from './form-state.js';
import type { ChosenTag } from './form-values.js';

/** The tags by which matches are found, each with its weight. */
export function TagsField({ form, kind }: { form: PostingFormState; kind: PostingKind }) {
  const { t } = useText();
  const { tags, language } = form.values;
  const setTags = (next: ChosenTag[]) => {
    form.clearFieldError('tags');
    form.setFieldValue('tags', next);
  };
  const suggestTag = useSuggestTag(language);
  const suggest = async (label: string) => {
    const suggested = await suggestTag(label);
    if (suggested === null) return;
    if ('problem' in suggested) {
      form.setFieldError('tags', suggested.problem);
      return;
    }
    // Others may have been chosen while the answer was on its way.
    const chosen = form.getValues().tags;
    const { id, label: name, state } = suggested.tag;
    if (chosen.some((tag) => tag.id === id) || chosen.length >= Bounds.tags.max) return;
    setTags([...chosen, { id, label: name, state, weight: TagWeight.RELEVANT }]);
  };
  const isFull = tags.length >= Bounds.tags.max;
  return (
    <FormSection
      title={t('posting.tags')}
      hint={t(kind === 'NEED' ? 'form.tagsHintNeed' : 'form.tagsHintOffer')}
    >
      <div>
        <TagCombobox
          id="field-tags"
          label={t('form.tagsLabel')}
          description={t('form.tagsDescription', { max: Bounds.tags.max })}
          error={form.errors['tags']}
          exclude={tags.map((tag) => tag.id)}
          disabled={isFull}
          onChoose={({ id, label, state }) => {
            setTags([...tags, { id, label, state, weight: TagWeight.RELEVANT }]);
          }}
          onSuggest={(label) => void suggest(label)}
        />
        {tags.length > 0 && (
          <ul className={tagClasses.chosen} aria-label={t('form.chosenTags')}>
            {tags.map((tag) => (
              <TagRow
                key={tag.id}
                tag={tag}
                onWeight={(weight) =>
                  setTags(tags.map((other) => (other.id === tag.id ? { ...tag, weight } : other)))
                }
                onRemove={() => setTags(tags.filter((other) => other.id !== tag.id))}
              />
            ))}
          </ul>
        )}
      </div>
    </FormSection>
  );
}

interface TagRowProps {
  readonly tag: ChosenTag;
  readonly onWeight: (weight: number) => void;
  readonly onRemove: () => void;
}

function TagRow({ tag, onWeight, onRemove }: TagRowProps) {
  const { t } = useText();
  const weights = ([1, 2, 3] as const).map((weight) => ({
    value: String(weight),
    label: t(`tag.weight.${weight}`),
  }));
  return (
    <li>
      <span className={tagClasses.chosenLabel}>
        {tag.label}
        {tag.state !== 'APPROVED' && (
          <span className={tagClasses.mark}>{t(`tagState.${tag.state}`)}</span>
        )}
      </span>
      <SegmentedControl
        size="xs"
        className={tagClasses.weight}
        aria-label={t('tag.weightOf', { tag: tag.label })}
        data={weights}
        value={String(tag.weight)}
        onChange={(value) => onWeight(Number(value))}
      />
      <CloseButton aria-label={t('tag.remove', { tag: tag.label })} onClick={onRemove} />
    </li>
  );
}
