import { NativeSelect } from '@mantine/core';

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string | null) => void;
}

/** One of some values to narrow a list by, or all of them. */
export function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  // What was chosen by an address stays visible, even before its name is known.
  const isKnown = value === null || options.some(([option]) => option === value);
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value ?? ''}
      data-chosen={value !== null || undefined}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {!isKnown && <option value={value}>…</option>}
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </NativeSelect>
  );
}
