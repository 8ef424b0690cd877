import { Button } from '@mantine/core';
import {
  IconFileText,
  IconInbox,
  IconLayoutKanban,
  IconLink,
  IconPlus,
  IconSearch,
  IconStack2,
  IconTags,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { Link, Outlet, useLocation, NavigationType, useNavigationType } from 'react-router';
import { withAllMessages } from '../../lang/all-messages.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { BrokenView } from '../broken-view.js';
import { ErrorBoundary } from '../error-boundary.js';
import { LoadingPage } from '../loading-view.js';
import { PaletteHost } from '../palette/palette-host.js';
import { LanguageSwitch } from './language-switch.js';
import classes from './layout.module.css';
import { Logo } from './logo.js';
import { callToActionFor, isCurrent, navigationFor, type NavigationIcon } from './navigation.js';
import { SchemeSwitch } from './scheme-switch.js';

/** Visitors need no menu and no bell. */
const AccountMenu = lazy(withAllMessages(() => import('./account-menu.js')));
const ConfirmBanner = lazy(withAllMessages(() => import('../confirm-banner.js')));
const NotificationBell = lazy(withAllMessages(() => import('../bell/notification-bell.js')));

const ICONS: Record<NavigationIcon, ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  review: IconInbox,
  pipeline: IconLayoutKanban,
  matches: IconLink,
  postings: IconFileText,
  needs: IconSearch,
  offers: IconStack2,
  tags: IconTags,
};

const LEADS_TO_TOP: readonly NavigationType[] = [NavigationType.Push];

/** Header, navigation (on a phone at the bottom, with labels), the page, and the foot. */
export function AppLayout() {
  const { t } = useText();
  const { me } = useSession();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const navigation = useNavigationType();

  useEffect(() => {
    // A form whose first save gave it its address stays where its reader is.
    if (LEADS_TO_TOP.includes(navigation)) window.scrollTo(0, 0);
  }, [navigation, pathname]);

  return (
    <>
      <a className={classes.skip} href="#main" onClick={() => main.current?.focus()}>
        {t('layout.skip')}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {me && !me.account.confirmed && pathname !== '/sign-up' && (
          <Suspense fallback={null}>
            <ConfirmBanner email={me.account.email} />
          </Suspense>
        )}
        <ErrorBoundary resetKey={pathname} fallback={<BrokenView />}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  );
}

function Footer() {
  const { t } = useText();
  return (
    <footer className={classes.foot}>
      <span className={classes.footText}>{t('layout.foot')}</span>
      <Link to="/how">{t('layout.how')}</Link>
      <Link to="/imprint">{t('layout.imprint')}</Link>
      <Link to="/privacy">{t('layout.privacy')}</Link>
    </footer>
  );
}

function Header() {
  const { t } = useText();
  const { me, pending } = useSession();
  const { pathname } = useLocation();
  const callToAction = callToActionFor(me?.role ?? null);
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.home} aria-label={t('layout.home')}>
        <Logo />
        <span className={classes.wordmark}>Wilma</span>
      </Link>
      <Navigation />
      <div className={classes.tools}>
        {callToAction && pathname !== callToAction.to && (
          <Button
            component={Link}
            to={callToAction.to}
            size="sm"
            className={classes.callToAction}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t(callToAction.label)}
          </Button>
        )}
        <PaletteHost className={classes.palette} />
        <LanguageSwitch />
        <SchemeSwitch />
        {me && (
          <Suspense fallback={<span className={classes.avatar} />}>
            <NotificationBell />
            <AccountMenu me={me} />
          </Suspense>
        )}
        {!me && pathname !== '/sign-in' && (
          // Until it is known who looks it keeps its place, so that nothing moves.
          <Button
            component={Link}
            to="/sign-in"
            size="sm"
            px="md"
            style={pending ? { visibility: 'hidden' } : undefined}
          >
            {t('action.signIn')}
          </Button>
        )}
      </div>
    </header>
  );
}

function Navigation() {
  const { t } = useText();
  const { me } = useSession();
  const { pathname } = useLocation();
  return (
    <nav className={classes.navigation} aria-label={t('layout.navigation')}>
      {navigationFor(me?.role ?? null).map(({ to, label, icon, wideOnly }) => {
        const Icon = ICONS[icon];
        return (
          <Link
            key={to}
            to={to}
            className={classes.navigationLink}
            data-wide-only={wideOnly}
            aria-current={isCurrent(to, pathname) ? 'page' : undefined}
          >
            <Icon size={20} aria-hidden />
            <span>{t(label)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
