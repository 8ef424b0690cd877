import { Button, Group, TextInput } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

interface NameFormProps {
  readonly name: string;
  /** Resolves to what is wrong with the name; null where it was taken. */
  readonly onName: (name: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** Asks for the name of a filter. */
export function NameForm({ name, onName, onClose }: NameFormProps) {
  const { t } = useText();
  const [text, setText] = useState(name);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // Whoever opened the form wants to type.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const take = async () => {
    setBusy(true);
    try {
      const problem = await onName(text.trim());
      setError(problem);
      if (problem === null) onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.nameForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The drawer around it stays.
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        size="sm"
        label={t('browse.saved.name')}
        maxLength={Bounds.filterName.max}
        value={text}
        error={error}
        ref={input}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={8}>
        <Button type="submit" size="compact-sm" loading={isBusy} disabled={text.trim() === ''}>
          {t('action.save')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
