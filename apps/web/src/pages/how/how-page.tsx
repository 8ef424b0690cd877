import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { Page } from '../../components/page.js';
import { CriteriaDocument, type CriteriaQuery } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './how.module.css';

interface Section {
  readonly title: MessageId;
  readonly texts: readonly MessageId[];
}

const WHO: Section = { title: 'how.who', texts: ['how.who1', 'how.who2', 'how.who3'] };
const STEPS: readonly MessageId[] = ['how.step1', 'how.step2', 'how.step3', 'how.step4'];
const REST: readonly Section[] = [
  { title: 'how.not', texts: ['how.not1', 'how.not2'] },
  { title: 'how.hidden', texts: ['how.hidden1', 'how.hidden2'] },
  { title: 'how.learned', texts: ['how.learned1', 'how.learned2'] },
  { title: 'how.object', texts: ['how.object1'] },
];

/** How matches are made and decided, by whom and by which criteria: for everybody to read. */
export default function HowPage() {
  const { t } = useText();
  return (
    <Page title={t('how.title')} lead={t('how.lead')} width="narrow">
      <article className={`panel ${classes.text}`}>
        <TextSection {...WHO} />
        <section>
          <h2>{t('how.way')}</h2>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </section>
        <CriteriaSection />
        {REST.map((section) => (
          <TextSection key={section.title} {...section} />
        ))}
        <p>
          <Link to="/privacy">{t('layout.privacy')}</Link>
        </p>
      </article>
    </Page>
  );
}

function TextSection({ title, texts }: Section) {
  const { t } = useText();
  return (
    <section>
      <h2>{t(title)}</h2>
      {texts.map((text) => (
        <p key={text}>{t(text)}</p>
      ))}
    </section>
  );
}

/** With the points as they are in force, which may be learned from decisions. */
function CriteriaSection() {
  const { t } = useText();
  const { data } = useQuery(CriteriaDocument);
  return (
    <section>
      <h2>{t('how.criteria')}</h2>
      <p>{t('how.criteria1')}</p>
      {data && (
        <table className={classes.criteria}>
          <thead>
            <tr>
              <th scope="col">{t('how.criterion')}</th>
              <th scope="col">{t('how.compared')}</th>
              <th scope="col">{t('how.most')}</th>
            </tr>
          </thead>
          <tbody>
            {data.service.criteria.map((criterion) => (
              <CriterionRow key={criterion.part} {...criterion} />
            ))}
          </tbody>
        </table>
      )}
      <p>{t('how.criteria2')}</p>
    </section>
  );
}

function CriterionRow({ part, max }: CriteriaQuery['service']['criteria'][number]) {
  const { t } = useText();
  return (
    <tr>
      <th scope="row">{t(`part.${part}`)}</th>
      <td>{t(`how.part.${part}`)}</td>
      <td className="tabular">{max}</td>
    </tr>
  );
}
