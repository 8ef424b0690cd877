import { skipToken, useQuery } from '@apollo/client/react';
import { ActionIcon, Skeleton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorView } from '../../components/error-view.js';
import {
  TagBelowDocument,
  TagRootsDocument,
  type TagRootsQuery,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { TagRow } from './tag-row.js';
import classes from './tags-page.module.css';

interface TreeProps {
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** All approved tags from the widest down; a branch is loaded when it is opened. */
export function TagTree(props: TreeProps) {
  const { locale } = useText();
  const { data, previousData, error, refetch } = useQuery(TagRootsDocument, {
    variables: { locale },
  });
  const roots = (data ?? previousData)?.tags;
  if (error && !roots) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!roots) return <Skeleton h={240} m="sm" w="auto" />;
  return (
    <ul className={classes.rows}>
      {roots.map((tag) => (
        <Branch key={tag.id} tag={tag} {...props} />
      ))}
    </ul>
  );
}

function Branch({ tag, ...props }: TreeProps & { tag: TagRootsQuery['tags'][number] }) {
  const { t, locale } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery(
    TagBelowDocument,
    isOpen ? { variables: { id: tag.id, locale } } : skipToken,
  );
  return (
    <li>
      <div className={classes.branch}>
        {tag.narrower.length > 0 ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={isOpen}
            aria-label={t('tags.below', { tag: tag.label })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconChevronRight size={17} className={classes.chevron} aria-hidden />
          </ActionIcon>
        ) : (
          <span className={classes.leaf} />
        )}
        <TagRow tag={tag} isCurrent={tag.id === props.current} onOpen={props.onOpen} />
      </div>
      {isOpen && (
        <ul className={classes.twigs}>
          {data?.tag.narrower.map((narrower) => (
            <Branch key={narrower.id} tag={narrower} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}
