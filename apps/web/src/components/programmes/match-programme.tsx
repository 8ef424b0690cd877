import { useMutation, useQuery } from '@apollo/client/react';
import { AttributeMatchDocument, MatchProgrammeDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { ProgrammePanel } from './programme-panel.js';

export default function MatchProgramme({ id }: { id: string }) {
  const { t } = useText();
  const { data } = useQuery(MatchProgrammeDocument, { variables: { id } });
  const [attribute] = useMutation(AttributeMatchDocument);
  if (!data) return null;
  const { version, programme } = data.match;
  return (
    <ProgrammePanel
      hint={t('programme.matchHint')}
      current={programme}
      attribute={(chosen) => attribute({ variables: { id, version, programme: chosen } })}
    />
  );
}
