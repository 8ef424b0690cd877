import { usePageTitle } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { HomeHero } from './home-hero.js';
import { HomeHow } from './home-how.js';
import { HomeNewest } from './home-newest.js';
import classes from './home.module.css';

/** What Wilma is, for whom, and how it is decided. */
export default function HomePage() {
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
