import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button } from '@mantine/core';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { useToasts } from '../../components/toasts.js';
import {
  ActivateMatchingModelDocument,
  type LearningFragment,
  MatchingLearningDocument,
  type MeasurementFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './learning.module.css';

type Model = LearningFragment['models'][number];

/** What the matching has learned from decisions, for coordinators, who can go back. */
export default function LearningPage() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(MatchingLearningDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const learning = data?.matchingLearning;
  return (
    <Page title={t('learning.title')} lead={t('learning.lead')}>
      {!learning && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!learning && !error && <LoadingView />}
      {learning && (
        <>
          <LastNight learning={learning} />
          <ul className={classes.list}>
            {learning.models.map((model) => (
              <ModelCard key={model.version} model={model} onChanged={() => void refetch()} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

/** How much there is to learn from, and what the last night came to. */
function LastNight({ learning }: { learning: LearningFragment }) {
  const { t } = useText();
  const { day } = useDates();
  const [last] = learning.runs;
  const { neededJudgements, neededAcceptances, neededAnswers } = learning;
  return (
    <section className={`panel ${classes.card}`} aria-labelledby="last-night">
      <h2 id="last-night">{t('learning.night')}</h2>
      {last?.measured ? (
        <p>
          {t('learning.nightOf', { day: day(last.day) })}{' '}
          {t(`learningResult.${last.measured.result}`)}
        </p>
      ) : (
        <p>{t('learning.noNight')}</p>
      )}
      <Meter
        label={t('learning.judgements')}
        value={last?.measured?.judgements ?? 0}
        needed={neededJudgements}
      />
      <Meter
        label={t('learning.acceptances')}
        value={last?.measured?.acceptances ?? 0}
        needed={neededAcceptances}
      />
      <p className="soft">{t('learning.gate', { neededAnswers })}</p>
    </section>
  );
}

function Meter({ label, value, needed }: { label: string; value: number; needed: number }) {
  const { t } = useText();
  return (
    <p className={classes.row}>
      <span>{label}</span>
      <Bar share={value / needed} />
      <span className="tabular">{t('learning.of', { value, needed })}</span>
    </p>
  );
}

const Bar = ({ share }: { share: number }) => (
  <span className={classes.bar} aria-hidden>
    <span style={{ width: `${100 * Math.min(1, share)}%` }} />
  </span>
);

function ModelCard({ model, onChanged }: { model: Model; onChanged: () => void }) {
  const { t } = useText();
  const { moment } = useDates();
  const { showError } = useToasts();
  const [activate, { loading }] = useMutation(ActivateMatchingModelDocument);
  const { version, active, createdAt, measured, accepted, refused, suggested } = model;
  const title = version === 0 ? t('learning.stated') : t('learning.version', { version });
  const decided = accepted + refused;
  return (
    <li className={`panel ${classes.card}`}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {active ? (
          <Badge variant="light">{t('learning.active')}</Badge>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={loading}
            aria-label={t('learning.useThat', { title })}
            onClick={() => {
              activate({ variables: { version } }).then(onChanged, showError);
            }}
          >
            {t('learning.use')}
          </Button>
        )}
      </div>
      {createdAt && (
        <p className="soft">
          <time dateTime={createdAt}>{moment(createdAt)}</time>
        </p>
      )}
      {measured && <Measured measured={measured} />}
      <p>
        {t('learning.thresholds', { good: model.goodFrom, strong: model.strongFrom })}{' '}
        {model.answers > 0 && t('learning.fromAnswers', { answers: model.answers })}
      </p>
      {model.conceptPairs > 0 && <p>{t('learning.pairs', { pairs: model.conceptPairs })}</p>}
      <p className={classes.row}>
        <span>{t('learning.accepted')}</span>
        <Bar share={decided === 0 ? 0 : accepted / decided} />
        <span className="tabular">
          {t('learning.acceptedOf', { accepted, decided, suggested })}
        </span>
      </p>
      <Weights weights={model.weights} />
    </li>
  );
}

function Measured({ measured }: { measured: MeasurementFragment }) {
  const { t } = useText();
  const percent = (share: number) => (100 * share).toFixed(1);
  const { judgements, needs, before, after, low, high } = measured;
  return (
    <p>
      {t('learning.measured', {
        judgements,
        needs,
        before: percent(before),
        after: percent(after),
        low: percent(low ?? 0),
        high: percent(high ?? 0),
      })}
    </p>
  );
}

type WeightName =
  | 'DISTRICT'
  | 'FIELD'
  | 'FORM'
  | 'LABELS'
  | 'MATURITY'
  | 'READ'
  | 'TAGS'
  | 'TIME'
  | 'TITLE'
  | 'WORDS';

/** Each weight, with a mark where the program states it. */
function Weights({ weights }: { weights: Model['weights'] }) {
  const { t } = useText();
  const hundredths = (weight: number) => weight.toFixed(2);
  return (
    <details>
      <summary>{t('learning.weights')}</summary>
      <ul className={classes.weights}>
        {weights.map(({ part, stated, weight }) => (
          <li key={part} className={classes.row}>
            <span>{t(`weight.${part as WeightName}`)}</span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${100 * weight}%` }} />
              <i style={{ left: `${100 * stated}%` }} />
            </span>
            <span className="tabular">
              {t('learning.weight', { weight: hundredths(weight), stated: hundredths(stated) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
