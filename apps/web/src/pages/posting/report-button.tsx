import { useMutation } from '@apollo/client/react';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { Bounds, ReportReason } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { useToasts } from '../../components/toasts.js';
import { ReportPostingDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './posting-page.module.css';

const REASONS = Object.values(ReportReason);

/** Tells coordinators that a posting should not be there, and why. */
export default function ReportButton({ id }: { id: string }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<ReportReason>('WRONG');
  const [text, setText] = useState('');
  const [report, { loading }] = useMutation(ReportPostingDocument);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    report({ variables: { id, reason, text: text.trim() } }).then(() => {
      setOpen(false);
      showDone(t('reports.sent'));
    }, showError);
  };
  if (!isOpen) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconFlag size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('reports.report')}
      </Button>
    );
  }
  return (
    <form onSubmit={send} className={`panel ${classes.report}`} aria-label={t('reports.report')}>
      <NativeSelect
        label={t('reports.why')}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as ReportReason)}
        data={REASONS.map((value) => ({ value, label: t(`reportReason.${value}`) }))}
      />
      <Textarea
        label={t('reports.text')}
        description={t('reports.textHint')}
        autosize
        minRows={2}
        maxLength={Bounds.note.max}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="sm" loading={loading}>
          {t('reports.send')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setOpen(false)}>
          {t('action.cancel')}
        </Button>
      </Group>
    </form>
  );
}
