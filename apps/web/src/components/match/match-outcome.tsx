import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { CONCLUDED } from '@wilma/domain';
import { useState } from 'react';
import { RecordOutcomeDocument, type MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { OutcomeDialog } from './outcome-form.js';
import { useMatchChange } from './use-match-change.js';

/** What came of the introduction, in a line or two. */
export function OutcomeSummary({ outcome }: { outcome: MatchFullFragment['outcome'] }) {
  const { t } = useText();
  const { day } = useDates();
  if (!outcome) return null;
  const facts = [
    outcome.cooperationForm && t(`cooperationForm.${outcome.cooperationForm}`),
    outcome.volume && t(`budget.${outcome.volume}`),
    outcome.reason && t(`reason.${outcome.reason}`),
    t('outcome.recordedOn', { date: day(outcome.recordedAt) }),
  ].filter(Boolean);
  return (
    <Stack gap={2}>
      <Text className="soft">{facts.join(' · ')}</Text>
      {outcome.text && <Text className="prose">{outcome.text}</Text>}
    </Stack>
  );
}

/** Records the outcome; where there is one already, coordinators correct it. */
export function OutcomeButton({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  const { change } = useMatchChange();
  const [record] = useMutation(RecordOutcomeDocument);
  const { id, version } = match;
  const isCorrection = CONCLUDED.includes(match.state);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFlag size={17} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t(isCorrection ? 'outcome.correct' : 'outcome.record')}
      </Button>
      <OutcomeDialog
        opened={opened}
        before={match.outcome}
        onClose={() => setOpened(false)}
        onRecord={(outcome) =>
          change(() => record({ variables: { id, version, outcome } }), t('outcome.saved'))
        }
      />
    </>
  );
}
