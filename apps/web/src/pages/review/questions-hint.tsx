import { useQuery } from '@apollo/client/react';
import { IconMessageQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { WaitingQuestionsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './review.module.css';

/** Named up to here, the oldest first: the others follow when these are answered. */
const SHOWN = 20;

/** Questions of the sides and replies to them wait for a coordinator, too. */
export function QuestionsHint() {
  const { t } = useText();
  const { data, error } = useQuery(WaitingQuestionsDocument, {
    variables: { first: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  // Its line is kept free: the queue below would be pushed away.
  if (!data && !error) return <p className={classes.waiting}>&nbsp;</p>;
  const count = data?.matches.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <details className={classes.waiting}>
      <summary>
        <IconMessageQuestion size={16} aria-hidden />
        {t('review.questions', { count })}
      </summary>
      <ul>
        {data?.matches.edges.map(({ node }) => (
          <li key={node.id}>
            <Link to={`/matches/${node.id}`}>{node.need.title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
