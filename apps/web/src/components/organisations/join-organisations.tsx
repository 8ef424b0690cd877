import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  JoinableOrganisationsDocument,
  JoinOrganisationDocument,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { useToasts } from '../toasts.js';
import { useAttempt } from '../use-attempt.js';
import classes from './join-organisations.module.css';

/** Organisations that let people with the account's address in; nothing where there is none. */
export function JoinOrganisations() {
  const { t } = useText();
  const { me, startOver } = useSession();
  const { showDone } = useToasts();
  const { data } = useQuery(JoinableOrganisationsDocument, {
    skip: me?.account.confirmed !== true,
  });
  const [join] = useMutation(JoinOrganisationDocument);
  const { busy, attempt } = useAttempt();
  const open = data?.joinableOrganisations ?? [];
  if (!me || open.length === 0) return null;

  const enter = async (id: string, name: string) => {
    if (!(await attempt(() => join({ variables: { id } })))) return;
    // Another organisation makes another start page, navigation and role.
    await startOver();
    showDone(t('join.done', { name }));
  };

  return (
    <section className={`panel ${classes.card}`} aria-labelledby="join-title">
      <h2 id="join-title">{t('join.title')}</h2>
      <p>{t('join.text', { email: me.account.email })}</p>
      <ul>
        {open.map(({ id, name, municipality }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>
              {municipality && <span className="soft"> · {municipality}</span>}
            </span>
            <Button loading={busy} onClick={() => void enter(id, name)}>
              {t('join.button')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
