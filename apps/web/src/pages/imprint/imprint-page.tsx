import { Page } from '../../components/page.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './imprint.module.css';

interface Section {
  readonly title: MessageId;
  readonly texts: readonly MessageId[];
}

const SECTIONS: readonly Section[] = [
  { title: 'imprint.operator', texts: ['imprint.operatorText', 'imprint.placeholder'] },
  {
    title: 'imprint.stored',
    texts: ['imprint.storedAccounts', 'imprint.storedPostings', 'imprint.storedAnswers'],
  },
  { title: 'imprint.browser', texts: ['imprint.cookie', 'imprint.noTracking'] },
  { title: 'imprint.ask', texts: ['imprint.askText'] },
];

/** Who answers for this installation and what it stores; stands in until the operator sets a page. */
export default function ImprintPage() {
  const { t } = useText();
  return (
    <Page title={t('layout.imprint')} width="narrow">
      <article className={`panel ${classes.text}`}>
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
