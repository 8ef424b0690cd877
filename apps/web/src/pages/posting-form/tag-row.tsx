import { CloseButton, SegmentedControl } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import tagClasses from '../../components/tags/tags.module.css';
import { useText } from '../../lang/text.js';
import type { ChosenTag } from './form-values.js';

interface TagRowProps {
  readonly tag: ChosenTag;
  readonly onWeight: (weight: number) => void;
  readonly onRemove: () => void;
}

/** A chosen tag with its weight; one key removes it wherever in the row the focus is. */
export function TagRow({ tag, onWeight, onRemove }: TagRowProps) {
  const { t } = useText();
  const weights = ([1, 2, 3] as const).map((weight) => ({
    value: String(weight),
    label: t(`tag.weight.${weight}`),
  }));
  const removeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    onRemove();
  };
  return (
    <li onKeyDown={removeByKey} data-read={tag.readFrom === undefined ? undefined : true}>
      <span className={tagClasses.chosenLabel}>
        {tag.label}
        {tag.state !== 'APPROVED' && (
          <span className={tagClasses.mark}>{t(`tagState.${tag.state}`)}</span>
        )}
        {tag.readFrom !== undefined && (
          <span className={tagClasses.readMark}>
            <IconSparkles size={14} aria-hidden />
            {t('form.tagRead', { words: tag.readFrom })}
          </span>
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
      <CloseButton
        data-remove-tag
        aria-label={t('tag.remove', { tag: tag.label })}
        onClick={onRemove}
      />
    </li>
  );
}
