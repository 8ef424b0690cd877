import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Notice } from '../../components/notice.js';
import { ShowMore } from '../../components/show-more.js';
import { useToasts } from '../../components/toasts.js';
import { TwoSteps } from '../../components/two-steps.js';
import { useAttempt } from '../../components/use-attempt.js';
import {
  MembersDocument,
  RemoveMemberDocument,
  SetMemberRoleDocument,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import classes from './organisation.module.css';
import { type Member, useMembers } from './use-members.js';

interface MemberListProps {
  readonly organisation: string;
  /** Whether the reader changes roles and removes people. */
  readonly leads: boolean;
}

/** Who belongs to an organisation, and in which role. */
export function MemberList({ organisation, leads }: MemberListProps) {
  const { t } = useText();
  const { me } = useSession();
  const { showDone } = useToasts();
  const { members, error, retry, more } = useMembers(organisation);
  const refetchQueries = [MembersDocument];
  const [setRole] = useMutation(SetMemberRoleDocument, { refetchQueries });
  const [remove] = useMutation(RemoveMemberDocument, { refetchQueries });
  const { problem, busy, attempt } = useAttempt();
  if (error) return <ErrorView error={error} onRetry={retry} />;
  if (!members) return <LoadingView lines={2} />;

  const change = async ({ account: { id, name }, role }: Member) => {
    const next = role === 'MANAGER' ? 'MEMBER' : 'MANAGER';
    const variables = { organisation, account: id, role: next } as const;
    if (await attempt(() => setRole({ variables }))) {
      showDone(t(`organisation.now.${next}`, { name }));
    }
  };
  const end = async ({ account: { id, name } }: Member) => {
    if (await attempt(() => remove({ variables: { organisation, account: id } }))) {
      showDone(t('organisation.removed', { name }));
    }
  };

  return (
    <>
      {problem && (
        <Notice tone="bad" isUrgent>
          <p>{problem}</p>
        </Notice>
      )}
      <ul className={classes.list}>
        {members.map((member) => (
          <li key={member.account.id}>
            <span>
              <strong>{member.account.name}</strong>{' '}
              <span className="soft">
                {t(`organisation.role.${member.role}`)}
                {member.account.id === me?.account.id && ` · ${t('organisation.you')}`}
              </span>
              {member.email && <span className={`soft ${classes.below}`}>{member.email}</span>}
            </span>
            {leads && member.account.id !== me?.account.id && (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  aria-label={t(`organisation.makeOf.${member.role}`, {
                    name: member.account.name,
                  })}
                  onClick={() => void change(member)}
                >
                  {t(`organisation.make.${member.role}`)}
                </Button>
                <TwoSteps
                  label={t('organisation.remove')}
                  of={t('organisation.removeOf', { name: member.account.name })}
                  busy={busy}
                  onDo={() => void end(member)}
                >
                  <p>{t('organisation.removeText', { name: member.account.name })}</p>
                </TwoSteps>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <ShowMore of={more} />
    </>
  );
}
