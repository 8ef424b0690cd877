import { lazy, Suspense } from 'react';
import { LoadingPage } from '../../components/loading-view.js';
import { usePageTitle } from '../../components/page.js';
import { withAllMessages } from '../../lang/all-messages.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { HomeHero } from './home-hero.js';
import { HomeHow } from './home-how.js';
import { HomeNewest } from './home-newest.js';
import classes from './home.module.css';

/** Visitors need none of it. */
const Dashboard = lazy(withAllMessages(() => import('./dashboard.js')));

/** For visitors what Wilma is; for everybody else what waits for them. */
export default function HomePage() {
  const { me, pending } = useSession();
  if (pending) return <LoadingPage />;
  if (!me) return <Welcome />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <Dashboard me={me} />
    </Suspense>
  );
}

function Welcome() {
  const { t } = useText();
  usePageTitle(t('home.tabTitle'));
  return (
    <div className={classes.home}>
      <HomeHero />
      <HomeHow />
      <HomeNewest />
    </div>
  );
}
