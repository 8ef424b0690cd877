import { useQuery } from '@apollo/client/react';
import { Loader, UnstyledButton } from '@mantine/core';
import {
  IconBuildingFactory2,
  IconEyeCheck,
  IconMicroscope,
  IconSettings,
} from '@tabler/icons-react';
import type { Role } from '@wilma/domain';
import type { ComponentType } from 'react';
import { ServiceDocument, type ServiceQuery } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './sign-in.module.css';

type DemoAccount = ServiceQuery['service']['demoAccounts'][number];

const ICONS: Record<Role, ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  COMPANY: IconBuildingFactory2,
  RESEARCHER: IconMicroscope,
  COORDINATOR: IconEyeCheck,
  ADMIN: IconSettings,
};

interface DemoAccountsProps {
  /** The address that is signing in right now. */
  readonly busyWith: string | null;
  readonly onChoose: (account: DemoAccount) => void;
}

/** While demo data is loaded: one button for each role, so that anybody can look around. */
export function DemoAccounts({ busyWith, onChoose }: DemoAccountsProps) {
  const { t } = useText();
  const { data } = useQuery(ServiceDocument);
  const accounts = data?.service.demoAccounts ?? [];
  if (accounts.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo">
      <h2 id="demo">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoText')}</p>
      <div className={classes.demoButtons}>
        {accounts.map((account) => {
          const Icon = ICONS[account.role];
          return (
            <UnstyledButton
              key={account.email}
              className={classes.demoButton}
              disabled={busyWith !== null}
              onClick={() => onChoose(account)}
            >
              {busyWith === account.email ? <Loader size={20} /> : <Icon size={20} aria-hidden />}
              <span>
                <b>{t(`role.${account.role}`)}</b>
                <small>{t(`roleHint.${account.role}`)}</small>
              </span>
            </UnstyledButton>
          );
        })}
      </div>
    </section>
  );
}
