import { Button, Group, Textarea } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import type { Refusals } from './use-match-change.js';

interface WordsFormProps {
  readonly label: string;
  readonly description?: string;
  readonly submit: string;
  /** What may be reworded. */
  readonly initial?: string;
  readonly minRows?: number;
  readonly onSend: (text: string) => Promise<Refusals>;
}

/** A text of a few sentences and a button; what is refused is said below it. */
export function WordsForm(props: WordsFormProps) {
  const { label, description, submit, initial = '', minRows = 3, onSend } = props;
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    try {
      const refused = await onSend(text.trim());
      setProblem(refused?.map(({ message }) => message).join(' ') ?? null);
      if (refused === null) setText('');
    } finally {
      setBusy(false);
    }
  };
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void send();
  };

  return (
    <form onSubmit={submitted}>
      <Textarea
        label={label}
        description={description}
        error={problem}
        autosize
        minRows={minRows}
        maxLength={Bounds.note.max}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="sm">
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          {submit}
        </Button>
      </Group>
    </form>
  );
}
