import { skipToken, useQuery } from '@apollo/client/react';
import { VisuallyHidden } from '@mantine/core';
import type { PostingKind } from '@wilma/domain';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import {
  NeedVersionsDocument,
  OfferVersionsDocument,
  type VersionListFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { isText, readable, shortened, useVersionWords } from './version-words.js';
import classes from './versions.module.css';

type Version = VersionListFragment['versions']['edges'][number]['node'];
type Change = Version['changes'][number];
type Part = Change['parts'][number];

/** Who changed what and when, the latest first: what went is struck out, what came is marked. */
export default function VersionList({ kind, id }: { kind: PostingKind; id: string }) {
  const { t, locale } = useText();
  const options = { variables: { id, locale }, fetchPolicy: 'cache-and-network' } as const;
  const need = useQuery(NeedVersionsDocument, kind === 'NEED' ? options : skipToken);
  const offer = useQuery(OfferVersionsDocument, kind === 'OFFER' ? options : skipToken);
  const { error, refetch } = kind === 'NEED' ? need : offer;
  const edges = (need.data?.need ?? offer.data?.offer)?.versions.edges;
  if (!edges) {
    return error ? (
      <ErrorView error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingView lines={2} />
    );
  }
  const changed = edges.map(({ node }) => node).filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return <p className="soft">{t('posting.versionsNone')}</p>;
  return (
    <ol className={classes.list}>
      {changed.map((version) => (
        <VersionRow key={version.version} version={version} />
      ))}
    </ol>
  );
}

function VersionRow({ version }: { version: Version }) {
  const { t } = useText();
  const { moment } = useDates();
  const { fieldName } = useVersionWords();
  const { at, by, changes } = version;
  return (
    <li>
      <p className={classes.when}>
        <time dateTime={at}>{moment(at)}</time> · {by?.name ?? t('posting.versionByUnknown')}
      </p>
      <dl className={classes.changes}>
        {changes.map((change) => (
          <div key={change.field}>
            <dt>{fieldName(change.field)}</dt>
            <dd>{isText(change.field) ? <Words change={change} /> : <Values change={change} />}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** A text with its changes where they are. */
function Words({ change }: { change: Change }) {
  const parts = readable(change.parts);
  return parts.map((part, place) => (
    <Changed key={`${String(place)}-${part.kind}`} part={part}>
      {part.kind === 'SAME' ? shortened(part.text) : part.text}
    </Changed>
  ));
}

/** Values that came and went; those that stayed are left out. */
function Values({ change: { field, parts } }: { change: Change }) {
  const { valueName } = useVersionWords();
  const moved = [...parts]
    .filter(({ kind }) => kind !== 'SAME')
    .sort((one, other) => Number(one.kind === 'ADDED') - Number(other.kind === 'ADDED'));
  return (
    <ul className={classes.values}>
      {moved.map((part) => (
        <li key={`${part.kind}-${part.text}`}>
          <Changed part={part}>{valueName(field, part.text, part.weight)}</Changed>
        </li>
      ))}
    </ul>
  );
}

/** Marked by more than a colour: struck out or underlined, and said to who listens. */
function Changed({ part: { kind }, children }: { part: Pick<Part, 'kind'>; children: string }) {
  const { t } = useText();
  if (kind === 'SAME') return children;
  const Mark = kind === 'ADDED' ? 'ins' : 'del';
  return (
    <Mark>
      <VisuallyHidden>
        {t(kind === 'ADDED' ? 'posting.versionNew' : 'posting.versionOld')}{' '}
      </VisuallyHidden>
      {children}
    </Mark>
  );
}
