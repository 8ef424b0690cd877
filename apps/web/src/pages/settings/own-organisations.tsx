import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useText } from '../../lang/text.js';
import type { Me } from '../../session/session.js';
import classes from './settings.module.css';

/** The organisations one belongs to, each with the way to its people. */
export function OwnOrganisations({ memberships }: Pick<Me, 'memberships'>) {
  const { t } = useText();
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('organisation.mine')}</h2>
      <ul className={classes.list}>
        {memberships.map(({ organisation: { id, name } }) => (
          <li key={id}>
            <span>{name}</span>
            <Anchor component={Link} to={`/organisation/${id}`}>
              {t('organisation.open', { name })}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}
