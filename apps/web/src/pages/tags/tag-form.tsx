import { useMutation } from '@apollo/client/react';
import { Button, CloseButton, Group, Textarea, TextInput } from '@mantine/core';
import { Bounds, type Locale } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import { useToasts } from '../../components/toasts.js';
import { EditTagDocument, type TagFullFragment } from '../../graphql/generated/graphql.js';
import { fieldErrorsOf, type FieldError } from '../../graphql/errors.js';
import { useText } from '../../lang/text.js';
import { patchOf, valuesOfTag, type TagValues } from './tag-values.js';
import classes from './tags-page.module.css';
import type { NamedTag } from './use-curation.js';

const LOCALES: readonly Locale[] = ['de', 'en'];

interface TagFormProps {
  readonly tag: TagFullFragment;
  readonly onDone: () => void;
}

/** Words in both languages, and the place among the others. */
export function TagForm({ tag, onDone }: TagFormProps) {
  const { t, locale } = useText();
  const { showDone, showError } = useToasts();
  const [values, setValues] = useState(() => valuesOfTag(tag));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [send, { loading }] = useMutation(EditTagDocument);
  const set = (change: Partial<TagValues>) => setValues((all) => ({ ...all, ...change }));
  // A synonym is refused by its place in the list: the field says which word it was.
  const errorAt = (path: string) =>
    errors.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const input = patchOf(values, tag);
      await send({ variables: { id: tag.id, version: tag.version, input, locale } });
      showDone(t('tags.done.edit', { tag: tag.label }));
      onDone();
    } catch (error) {
      const refused = fieldErrorsOf(error);
      setErrors(refused);
      if (refused.length === 0) showError(error);
    }
  };

  return (
    <form onSubmit={(event) => void save(event)} className={classes.form} noValidate>
      <div className={classes.languages}>
        {LOCALES.map((language) => (
          <fieldset key={language} className={classes.fields}>
            <legend className={classes.factTitle}>{t(`tags.language.${language}`)}</legend>
            <TextInput
              label={t('tags.label')}
              lang={language}
              maxLength={Bounds.word.max}
              value={values[language].label}
              error={errorAt(`label.${language}`)}
              onChange={({ currentTarget: { value } }) =>
                set({ [language]: { ...values[language], label: value } })
              }
            />
            <Textarea
              label={t('tags.synonyms')}
              description={t('tags.synonymsHint')}
              lang={language}
              autosize
              minRows={3}
              value={values[language].synonyms}
              error={errorAt(`synonyms.${language}`)}
              onChange={({ currentTarget: { value } }) =>
                set({ [language]: { ...values[language], synonyms: value } })
              }
            />
          </fieldset>
        ))}
      </div>
      <RelativesField
        label={t('tags.broader')}
        self={tag.id}
        tags={values.broader}
        max={Bounds.broader.max}
        error={errorAt('broader')}
        onChange={(broader) => set({ broader })}
      />
      <RelativesField
        label={t('tags.related')}
        self={tag.id}
        tags={values.related}
        max={Bounds.related.max}
        error={errorAt('related')}
        onChange={(related) => set({ related })}
      />
      <Group gap="sm">
        <Button type="submit" loading={loading}>
          {t('action.save')}
        </Button>
        <Button variant="default" disabled={loading} onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}

interface RelativesFieldProps {
  readonly label: string;
  readonly self: string;
  readonly tags: readonly NamedTag[];
  readonly max: number;
  readonly error: string | undefined;
  readonly onChange: (tags: readonly NamedTag[]) => void;
}

function RelativesField({ label, self, tags, max, error, onChange }: RelativesFieldProps) {
  const { t } = useText();
  return (
    <div>
      <TagCombobox
        label={label}
        error={error}
        size="sm"
        exclude={[self, ...tags.map(({ id }) => id)]}
        disabled={tags.length >= max}
        onChoose={({ id, label: name }) => onChange([...tags, { id, label: name }])}
      />
      {tags.length > 0 && (
        <ul className={classes.relatives}>
          {tags.map((tag) => (
            <li key={tag.id} className={classes.chosen}>
              {tag.label}
              <CloseButton
                size="xs"
                aria-label={t('tag.remove', { tag: tag.label })}
                onClick={() => onChange(tags.filter(({ id }) => id !== tag.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
