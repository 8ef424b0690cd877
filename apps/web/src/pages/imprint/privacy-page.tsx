import { OperatorsPage } from './operators-page.js';

/** What this installation stores of people; stands beside the operator's own policy. */
export default function PrivacyPage() {
  return (
    <OperatorsPage
      title="layout.privacy"
      link="privacy.operatorPage"
      placeholder="privacy.placeholder"
      urlOf={({ privacyUrl }) => privacyUrl}
      sections={[
        {
          title: 'imprint.stored',
          texts: ['imprint.storedAccounts', 'imprint.storedPostings', 'imprint.storedAnswers'],
        },
        { title: 'imprint.browser', texts: ['imprint.cookie', 'imprint.noTracking'] },
        { title: 'privacy.rights', texts: ['privacy.rightsText'] },
        { title: 'imprint.ask', texts: ['imprint.askText'] },
      ]}
    />
  );
}
