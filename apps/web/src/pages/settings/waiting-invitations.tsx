import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  WaitingInvitationsDocument,
  type WaitingInvitationsQuery,
  WithdrawInvitationDocument,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './settings.module.css';

type Waiting = WaitingInvitationsQuery['invitations']['edges'][number]['node'];

/** Whom the organisation asked and who has not answered yet. */
export function WaitingInvitations({ organisation }: { organisation: string }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const section = useRef<HTMLDivElement>(null);
  const { data } = useQuery(WaitingInvitationsDocument, {
    variables: { organisation },
    fetchPolicy: 'cache-and-network',
  });
  const [withdraw, { loading }] = useMutation(WithdrawInvitationDocument, {
    refetchQueries: [WaitingInvitationsDocument],
    awaitRefetchQueries: true,
  });
  const waiting = data?.invitations.edges ?? [];

  const end = ({ id, email }: Waiting) => {
    withdraw({ variables: { id } })
      .then(() => {
        showDone(t('settings.withdrawn', { email }));
        // What had the focus is gone.
        section.current?.focus({ preventScroll: true });
      })
      .catch(showError);
  };

  return (
    <div ref={section} tabIndex={-1} className={classes.waiting}>
      {waiting.length > 0 && (
        <>
          <h3>{t('settings.waiting')}</h3>
          <ul>
            {waiting.map(({ node }) => (
              <Row key={node.id} invitation={node} isBusy={loading} onEnd={() => end(node)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface RowProps {
  readonly invitation: Waiting;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

/** Withdrawing takes two clicks, since members cannot invite the same address again. */
function Row({ invitation: { email, expiresAt }, isBusy, onEnd }: RowProps) {
  const { t } = useText();
  const { day } = useDates();
  const [step, setStep] = useState<'asking' | 'kept' | null>(null);
  return (
    <li>
      <span>
        {email} <span className="soft">{t('settings.waitingUntil', { day: day(expiresAt) })}</span>
      </span>
      {step === 'asking' ? (
        <div role="group" aria-label={t('settings.withdrawOf', { email })}>
          <p>{t('settings.withdrawText')}</p>
          <Group gap="xs">
            <Button size="compact-sm" loading={isBusy} autoFocus onClick={onEnd}>
              {t('settings.withdraw')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setStep('kept')}>
              {t('action.cancel')}
            </Button>
          </Group>
        </div>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('settings.withdrawOf', { email })}
          autoFocus={step === 'kept'}
          onClick={() => setStep('asking')}
        >
          {t('settings.withdraw')}
        </Button>
      )}
    </li>
  );
}
