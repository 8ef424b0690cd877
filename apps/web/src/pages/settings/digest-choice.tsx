import { useMutation, useQuery } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { useToasts } from '../../components/toasts.js';
import { ChooseDigestDocument, MySettingsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './settings.module.css';

/** Whether a coordinator gets the overview in the morning. */
export function DigestChoice() {
  const { t } = useText();
  const { showError } = useToasts();
  const { data, error, refetch } = useQuery(MySettingsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const [choose, { loading }] = useMutation(ChooseDigestDocument, {
    refetchQueries: [MySettingsDocument],
    awaitRefetchQueries: true,
  });
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('settings.mails')}</h2>
      {!data && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingView lines={1} />}
      {data && (
        <Switch
          label={t('settings.digest')}
          description={t('settings.digestHint')}
          checked={data.mySettings.digest ?? false}
          disabled={loading}
          onChange={(event) => {
            const digest = event.currentTarget.checked;
            choose({ variables: { digest } }).catch(showError);
          }}
        />
      )}
    </section>
  );
}
