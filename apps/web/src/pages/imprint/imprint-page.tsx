import { Link } from 'react-router';
import { useText } from '../../lang/text.js';
import { OperatorsPage } from './operators-page.js';

/** Who answers for this installation; stands in until the operator names a page. */
export default function ImprintPage() {
  const { t } = useText();
  return (
    <OperatorsPage
      title="layout.imprint"
      link="imprint.operatorPage"
      placeholder="imprint.placeholder"
      urlOf={({ imprintUrl }) => imprintUrl}
      sections={[]}
    >
      <p>
        <Link to="/privacy">{t('layout.privacy')}</Link>
      </p>
    </OperatorsPage>
  );
}
