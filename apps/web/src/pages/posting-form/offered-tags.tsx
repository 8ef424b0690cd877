import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import tagClasses from '../../components/tags/tags.module.css';
import { useText } from '../../lang/text.js';
import type { ReadTag } from './read-tags.js';

const SHOWN = 5;

interface OfferedTagsProps {
  readonly offered: readonly ReadTag[];
  readonly onChoose: (tag: ReadTag['tag']) => void;
}

/** Tags that the text may be about, too, one click away. */
export function OfferedTags({ offered, onChoose }: OfferedTagsProps) {
  const { t } = useText();
  if (offered.length === 0) return null;
  return (
    <div className={tagClasses.offered}>
      <p id="offered-tags">{t('form.tagsOffered')}</p>
      <ul aria-labelledby="offered-tags">
        {offered.slice(0, SHOWN).map(({ tag, evidence }) => (
          <li key={tag.id}>
            <Button
              variant="default"
              size="compact-sm"
              radius="xl"
              leftSection={<IconPlus size={13} aria-hidden />}
              aria-label={t('form.tagAdd', { tag: tag.label })}
              title={t('form.tagRead', { words: evidence })}
              onClick={() => onChoose(tag)}
            >
              {tag.label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
