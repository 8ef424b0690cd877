import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.js';
import { ServiceDocument, type ServiceQuery } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './imprint.module.css';

interface OperatorsPageProps {
  readonly title: MessageId;
  /** What the link to the operator's own page says. */
  readonly link: MessageId;
  /** Said where there is none. */
  readonly placeholder: MessageId;
  readonly urlOf: (service: ServiceQuery['service']) => string | null;
  readonly sections: readonly { readonly title: MessageId; readonly texts: readonly MessageId[] }[];
  readonly children?: ReactNode;
}

/** A page that the operator answers for: leads to theirs, and stands in until there is one. */
export function OperatorsPage(props: OperatorsPageProps) {
  const { title, link, placeholder, urlOf, sections, children } = props;
  const { t } = useText();
  const { data } = useQuery(ServiceDocument, { fetchPolicy: 'cache-first' });
  // Undefined as long as nobody knows whether there is one.
  const url = data && urlOf(data.service);
  return (
    <Page title={t(title)} width="narrow">
      <article className={`panel ${classes.text}`}>
        <section>
          <h2>{t('imprint.operator')}</h2>
          <p>{t('imprint.operatorText')}</p>
          <p>
            {url === null && t(placeholder)}
            {url && <Anchor href={url}>{t(link)}</Anchor>}
          </p>
          {children}
        </section>
        {sections.map(({ title: heading, texts }) => (
          <section key={heading}>
            <h2>{t(heading)}</h2>
            {texts.map((text) => (
              <p key={text}>{t(text)}</p>
            ))}
          </section>
        ))}
      </article>
    </Page>
  );
}
