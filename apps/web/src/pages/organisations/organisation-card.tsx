import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import type { CheckedOrganisationFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import classes from './organisations.module.css';
import { TakeBackForm } from './take-back-form.js';
import { VerifyForm } from './verify-form.js';

/** What is known about an organisation's standing, and the decision on it. */
export function OrganisationCard({ organisation }: { organisation: CheckedOrganisationFragment }) {
  const { t } = useText();
  const { day } = useDates();
  const { me } = useSession();
  const [open, setOpen] = useState<'takeBack' | 'verify' | null>(null);
  const { id, name, municipality, website, onBehalf, verified, verifications } = organisation;
  const isOwn = me?.memberships.some((one) => one.organisation.id === id) === true;
  const wishes = organisation.mailDomains.filter(({ inForce }) => !inForce);
  const close = () => setOpen(null);
  return (
    <li className={`panel ${classes.card}`}>
      <h2>{name}</h2>
      <p className="soft">
        {[municipality, onBehalf && t('organisations.onBehalf')].filter(Boolean).join(' · ')}
      </p>
      {website && (
        <Anchor href={website} rel="noreferrer" target="_blank">
          {website}
        </Anchor>
      )}
      {organisation.mailDomains.length > 0 && (
        <p>
          {t('organisations.domains')}{' '}
          {organisation.mailDomains.map(({ domain, withSubdomains, inForce }, at) => (
            <span key={domain}>
              {at > 0 && ', '}
              <strong>{withSubdomains ? `*.${domain}` : domain}</strong>
              {!inForce && ` (${t('organisation.wished')})`}
            </span>
          ))}
        </p>
      )}
      {verifications.length > 0 && (
        <ul className={classes.history} aria-label={t('organisations.history', { name })}>
          {verifications.map((one) => (
            <li key={one.id}>
              <span className="soft">
                {day(one.at)} · {one.by?.name ?? t('organisations.somebody')}
              </span>{' '}
              {t(one.given ? 'organisations.vouched' : 'organisations.tookBack')}
              {one.note && <>: {one.note}</>}
            </li>
          ))}
        </ul>
      )}
      {isOwn && <p className="soft">{t('organisations.own')}</p>}
      {!isOwn && open === null && (
        <div className={classes.buttons}>
          <Button
            size="sm"
            variant={verified && wishes.length === 0 ? 'default' : 'filled'}
            aria-label={t(verified ? 'organisations.confirmOf' : 'organisations.verifyOf', {
              name,
            })}
            onClick={() => setOpen('verify')}
          >
            {t(verified ? 'organisations.confirm' : 'organisations.verify')}
          </Button>
          {verified && (
            <Button
              size="sm"
              variant="default"
              aria-label={t('organisations.takeBackOf', { name })}
              onClick={() => setOpen('takeBack')}
            >
              {t('organisations.takeBack')}
            </Button>
          )}
        </div>
      )}
      {open === 'verify' && <VerifyForm organisation={organisation} onClose={close} />}
      {open === 'takeBack' && <TakeBackForm organisation={organisation} onClose={close} />}
    </li>
  );
}
