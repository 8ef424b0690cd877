import { CloseButton } from '@mantine/core';
import { useText } from '../../lang/text.js';
import classes from '../tags/tags.module.css';

interface ChosenOrganisationsProps {
  readonly label: string;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onRemove: (id: string) => void;
}

/** What was chosen in the combobox, each with the way to take it back. */
export function ChosenOrganisations({ label, organisations, onRemove }: ChosenOrganisationsProps) {
  const { t } = useText();
  if (organisations.length === 0) return null;
  return (
    <ul className={classes.chosen} aria-label={label}>
      {organisations.map(({ id, name }) => (
        <li key={id}>
          <span className={classes.chosenLabel}>{name}</span>
          <CloseButton
            aria-label={t('organisation.remove', { name })}
            onClick={() => onRemove(id)}
          />
        </li>
      ))}
    </ul>
  );
}
