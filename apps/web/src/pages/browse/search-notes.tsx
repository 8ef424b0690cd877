import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UnderstoodSearchPartsFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

interface SearchNotesProps {
  readonly understood: UnderstoodSearchPartsFragment;
}

/** Where another search was made than was typed: which, and what was left out. */
export function SearchNotes({ understood }: SearchNotesProps) {
  const { t, rich } = useText();
  const { corrections, ignored, isPartly } = understood;
  const bold = (chunks: React.ReactNode[]) => <strong>{chunks}</strong>;
  return (
    <>
      {corrections.map(({ word, taken }) => (
        <p key={word} className={classes.note}>
          {rich('browse.corrected', { word, taken, b: bold })}
        </p>
      ))}
      {ignored.length > 0 && (
        <p className={classes.note}>
          {rich('browse.ignored', { count: ignored.length, words: ignored.join(', '), b: bold })}
        </p>
      )}
      {isPartly && <p className={classes.note}>{t('browse.isPartly')}</p>}
    </>
  );
}

interface NamedTagsProps extends SearchNotesProps {
  readonly chosen: readonly string[];
  readonly onChoose: (tag: string) => void;
}

const SHOWN = 3;

/** Tags that the search names: to choose one is often what was meant. */
export function NamedTags({ understood, chosen, onChoose }: NamedTagsProps) {
  const { t } = useText();
  const tags = understood.tags.filter(({ id }) => !chosen.includes(id)).slice(0, SHOWN);
  if (tags.length === 0) return null;
  return (
    <div className={classes.named}>
      <span id="named-tags">{t('browse.namedTags')}</span>
      {tags.map(({ id, label }) => (
        <Button
          key={id}
          variant="default"
          size="compact-sm"
          radius="xl"
          aria-describedby="named-tags"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChoose(id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
