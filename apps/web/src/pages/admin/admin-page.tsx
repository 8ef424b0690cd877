import { Link, useParams } from 'react-router';
import { NotFoundView } from '../../components/not-found-view.js';
import { Page } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { AccountsSection } from './accounts-section.js';
import classes from './admin.module.css';
import { AuditSection } from './audit-section.js';
import { HealthSection } from './health-section.js';
import { JobsSection } from './jobs-section.js';
import { MailsSection } from './mails-section.js';

const SECTIONS = {
  health: HealthSection,
  accounts: AccountsSection,
  audit: AuditSection,
  mails: MailsSection,
  jobs: JobsSection,
} as const;
type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

const pathOf = (name: SectionName): string => (name === 'health' ? '/admin' : `/admin/${name}`);

/** What administrators look after, a section at a time. */
export default function AdminPage() {
  const { t } = useText();
  const { section = 'health' } = useParams();
  const current = NAMES.find((name) => name === section);
  if (current === undefined) return <NotFoundView />;
  const Section = SECTIONS[current];
  return (
    <Page title={t('admin.title')} lead={t(`adminLead.${current}`)}>
      <nav className={classes.sections} aria-label={t('admin.sections')}>
        {NAMES.map((name) => (
          <Link key={name} to={pathOf(name)} aria-current={name === current ? 'page' : undefined}>
            {t(`adminSection.${name}`)}
          </Link>
        ))}
      </nav>
      <Section />
    </Page>
  );
}
