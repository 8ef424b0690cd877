import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { Page } from '../../components/page.js';
import { useText, type MessageId } from '../../lang/text.js';
import { ServiceDocument } from '../../graphql/generated/graphql.js';
import classes from './imprint.module.css';

interface Section {
  readonly title: MessageId;
  readonly texts: readonly MessageId[];
}

const SECTIONS: readonly Section[] = [
  {
    title: 'imprint.stored',
    texts: ['imprint.storedAccounts', 'imprint.storedPostings', 'imprint.storedAnswers'],
  },
  { title: 'imprint.browser', texts: ['imprint.cookie', 'imprint.noTracking'] },
  { title: 'imprint.ask', texts: ['imprint.askText'] },
];

/** Who answers for this installation and what it stores; stands in until the operator names a page. */
export default function ImprintPage() {
  const { t } = useText();
  const { data } = useQuery(ServiceDocument, { fetchPolicy: 'cache-first' });
  // Undefined as long as nobody knows whether there is one.
  const url = data?.service.imprintUrl;
  return (
    <Page title={t('layout.imprint')} width="narrow">
      <article className={`panel ${classes.text}`}>
        <section>
          <h2>{t('imprint.operator')}</h2>
          <p>{t('imprint.operatorText')}</p>
          <p>
            {url === null && t('imprint.placeholder')}
            {url && <Anchor href={url}>{t('imprint.operatorPage')}</Anchor>}
          </p>
        </section>
        {SECTIONS.map(({ title, texts }) => (
          <section key={title}>
            <h2>{t(title)}</h2>
            {texts.map((text) => (
              <p key={text}>{t(text)}</p>
            ))}
          </section>
        ))}
      </article>
    </Page>
  );
}
