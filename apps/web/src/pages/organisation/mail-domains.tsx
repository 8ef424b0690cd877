import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAttempt } from '../../components/use-attempt.js';
import { type MailDomainInput, SetMailDomainsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import type { OwnMembership } from './own-membership.js';
import classes from './organisation.module.css';

/** Whose addresses open the organisation: its manager names the domains, a coordinator confirms them. */
export function MailDomains({ organisation }: Pick<OwnMembership, 'organisation'>) {
  const { t } = useText();
  const [set] = useMutation(SetMailDomainsDocument);
  const { problem, busy, attempt } = useAttempt();
  const [domain, setDomain] = useState('');
  const [withSubdomains, setWithSubdomains] = useState(false);
  const { id, mailDomains } = organisation;
  const known = mailDomains.map((one) => ({
    domain: one.domain,
    withSubdomains: one.withSubdomains,
  }));

  const store = (domains: MailDomainInput[]): Promise<boolean> =>
    attempt(() => set({ variables: { organisation: id, domains } }));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await store([...known, { domain, withSubdomains }]))) return;
    setDomain('');
    setWithSubdomains(false);
  };

  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('organisation.domains')}</h2>
      <p>{t('organisation.domainsText')}</p>
      {mailDomains.length > 0 && (
        <ul className={classes.list}>
          {mailDomains.map((one) => (
            <li key={one.domain}>
              <span>
                <strong>{one.domain}</strong>{' '}
                {one.withSubdomains && (
                  <span className="soft">{t('organisation.withSubdomains')} · </span>
                )}
                <span className="soft">
                  {t(one.inForce ? 'organisation.inForce' : 'organisation.wished')}
                </span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={busy}
                aria-label={t('organisation.dropDomainOf', { domain: one.domain })}
                onClick={() => void store(known.filter((other) => other.domain !== one.domain))}
              >
                {t('organisation.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        <TextInput
          label={t('organisation.domain')}
          placeholder={t('organisation.domainExample')}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={253}
          value={domain}
          error={problem}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
        <Checkbox
          label={t('organisation.alsoBelow')}
          checked={withSubdomains}
          onChange={(event) => setWithSubdomains(event.currentTarget.checked)}
        />
        <Button type="submit" loading={busy}>
          {t('organisation.addDomain')}
        </Button>
      </form>
    </section>
  );
}
