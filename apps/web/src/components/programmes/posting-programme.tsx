import { useMutation } from '@apollo/client/react';
import {
  AttributePostingDocument,
  type ProgrammePartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { ProgrammePanel } from './programme-panel.js';

interface PostingProgrammeProps {
  readonly posting: {
    readonly id: string;
    readonly version: number;
    readonly programme: ProgrammePartsFragment | null;
  };
}

export default function PostingProgramme({ posting }: PostingProgrammeProps) {
  const { t } = useText();
  const [attribute] = useMutation(AttributePostingDocument);
  const { id, version, programme } = posting;
  return (
    <ProgrammePanel
      hint={t('programme.postingHint')}
      current={programme}
      attribute={(chosen) => attribute({ variables: { id, version, programme: chosen } })}
    />
  );
}
