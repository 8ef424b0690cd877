import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page.js';
import { useText } from '../../lang/text.js';
import { MergeDialog } from './merge-dialog.js';
import { TagDetail } from './tag-detail.js';
import { TagFinder } from './tag-finder.js';
import classes from './tags-page.module.css';
import { type NamedTag, useCuration } from './use-curation.js';

/** Where coordinators keep the vocabulary: suggestions first, then all tags by search and tree. */
export default function TagsPage() {
  const { t } = useText();
  usePageTitle(t('tags.title'));
  const [params, setParams] = useSearchParams();
  const [merging, setMerging] = useState<NamedTag | null>(null);
  const curation = useCuration();
  // On a phone the address says whether the list or a tag is shown; on a desk both are.
  const current = params.get('tag');
  const open = (id: string | null) =>
    setParams(id === null ? {} : { tag: id }, { preventScrollReset: true });

  return (
    <div className={classes.page} data-detail={current !== null || undefined}>
      <section className={`panel ${classes.list}`} aria-labelledby="tags-title">
        <TagFinder current={current} onOpen={open} curation={curation} onMerge={setMerging} />
      </section>
      <section className={`panel ${classes.detail}`} aria-label={t('tags.detail')}>
        {current === null ? (
          <p className={classes.nothing}>{t('tags.chooseOne')}</p>
        ) : (
          <TagDetail
            key={current}
            id={current}
            curation={curation}
            onOpen={open}
            onMerge={setMerging}
          />
        )}
      </section>
      <MergeDialog
        key={merging?.id ?? 'none'}
        from={merging}
        busy={curation.busy}
        onClose={() => setMerging(null)}
        onMerge={async (from, into) => {
          if (!(await curation.merge(from, into))) return;
          setMerging(null);
          open(into.id);
        }}
      />
    </div>
  );
}
