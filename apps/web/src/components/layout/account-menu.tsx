import { Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconBuilding,
  IconChartBar,
  IconChevronDown,
  IconLogout,
  IconMailX,
  IconPhone,
  IconServer,
  IconSettings,
  IconTags,
} from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession, type Me } from '../../session/session.js';
import { useToasts } from '../toasts.js';
import classes from './layout.module.css';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** Who is signed in, for which organisation, and the way out. */
export default function AccountMenu({ me }: { me: Me }) {
  const { t } = useText();
  const { signOut } = useSession();
  const { showFailure } = useToasts();
  const navigate = useNavigate();
  const { name, email } = me.account;
  const organisations = me.memberships.map((membership) => membership.organisation.name);

  const leave = async () => {
    if (await signOut()) void navigate('/');
    else showFailure('NETWORK');
  };

  return (
    <Menu
      position="bottom-end"
      width={280}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('layout.account', { name })}>
          <span className={classes.avatar} aria-hidden>
            {initialsOf(name)}
          </span>
          <span className={classes.accountName} aria-hidden>
            <span className="clamp-1">{name}</span>
            <span className={classes.role}>{t(`role.${me.role}`)}</span>
          </span>
          <IconChevronDown size={16} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.accountCard}>
          <Text fw={600}>{name}</Text>
          <Text fz="sm" className="soft">
            {email}
          </Text>
          <Text fz="sm" className="soft">
            {[t(`role.${me.role}`), ...organisations].join(' · ')}
          </Text>
        </div>
        <Menu.Divider />
        {isStaffRole(me.role) && (
          <Menu.Item
            component={Link}
            to="/postings"
            leftSection={<IconPhone size={16} aria-hidden />}
          >
            {t('myPostings.staffTitle')}
          </Menu.Item>
        )}
        {isStaffRole(me.role) && (
          <Menu.Item component={Link} to="/tags" leftSection={<IconTags size={16} aria-hidden />}>
            {t('nav.tags')}
          </Menu.Item>
        )}
        {isStaffRole(me.role) && (
          <Menu.Item
            component={Link}
            to="/organisations"
            leftSection={<IconBuilding size={16} aria-hidden />}
          >
            {t('organisations.title')}
          </Menu.Item>
        )}
        {isStaffRole(me.role) && (
          <Menu.Item
            component={Link}
            to="/mail-problems"
            leftSection={<IconMailX size={16} aria-hidden />}
          >
            {t('mailProblems.title')}
          </Menu.Item>
        )}
        {isStaffRole(me.role) && (
          <Menu.Item
            component={Link}
            to="/learning"
            leftSection={<IconChartBar size={16} aria-hidden />}
          >
            {t('learning.title')}
          </Menu.Item>
        )}
        {me.role === 'ADMIN' && (
          <Menu.Item
            component={Link}
            to="/admin"
            leftSection={<IconServer size={16} aria-hidden />}
          >
            {t('admin.title')}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to="/settings"
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t('settings.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('action.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
