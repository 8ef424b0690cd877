import { IconChevronRight } from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import { lazy, Suspense, useState } from 'react';
import { LoadingView } from '../../components/loading-view.js';
import { useText } from '../../lang/text.js';
import classes from './versions.module.css';

const VersionList = lazy(() => import('./version-list.js'));

/** What the posting said before: asked for only where somebody opens it. */
export function PostingVersions({ kind, id }: { kind: PostingKind; id: string }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={`panel ${classes.versions}`}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <IconChevronRight size={18} aria-hidden className={classes.arrow} />
        <h2>{t('posting.versions')}</h2>
      </summary>
      {opened && (
        <Suspense fallback={<LoadingView lines={2} />}>
          <VersionList kind={kind} id={id} />
        </Suspense>
      )}
    </details>
  );
}
