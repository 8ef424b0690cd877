import { skipToken, useQuery } from '@apollo/client/react';
import type { PostingKind } from '@wilma/domain';
import { Link } from 'react-router';
import { StrengthMark } from '../../components/match/strength-mark.js';
import { MatchStateBadge } from '../../components/state-badge.js';
import { NeedMatchesDocument, OfferMatchesDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './posting-page.module.css';

const SHOWN = 20;

/** The matches of a posting, as far as the viewer may know of them. */
export function PostingMatches({ kind, id }: { kind: PostingKind; id: string }) {
  const { t } = useText();
  const options = { variables: { id, first: SHOWN } };
  const need = useQuery(NeedMatchesDocument, kind === 'NEED' ? options : skipToken);
  const offer = useQuery(OfferMatchesDocument, kind === 'OFFER' ? options : skipToken);
  const connection = need.data?.need.matches ?? offer.data?.offer.matches;
  if (!connection || connection.edges.length === 0) return null;
  return (
    <section className={`panel ${classes.matches}`} aria-labelledby="posting-matches">
      <h2 id="posting-matches">{t('posting.matches')}</h2>
      <ul>
        {connection.edges.map(({ node: match }) => (
          <li key={match.id}>
            <Link to={`/matches/${match.id}`}>
              {kind === 'NEED' ? match.offer.title : match.need.title}
            </Link>
            <span>
              <StrengthMark strength={match.strength} />
              <MatchStateBadge state={match.state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
