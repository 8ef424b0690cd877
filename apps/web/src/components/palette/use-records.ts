import { skipToken, useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { FindRecordsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { postingPath } from '../posting/posting-path.js';

export interface FoundRecord {
  readonly to: string;
  readonly title: string;
  readonly is: 'need' | 'offer' | 'tag' | 'organisation';
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  /** Whether what is shown belongs to another text than the one typed. */
  readonly pending: boolean;
  readonly failed: boolean;
}

const SHORTEST = 2;

/** Needs, offers and tags that meet a text; organisations for staff. */
export function useRecords(typed: string, isStaff: boolean): FoundRecords {
  const { locale } = useText();
  const text = typed.trim();
  const [settled] = useDebouncedValue(text, 200);
  const asks = settled.length >= SHORTEST && text.length >= SHORTEST;
  const { data, previousData, loading, error } = useQuery(
    FindRecordsDocument,
    asks
      ? { variables: { search: settled, locale, staff: isStaff }, fetchPolicy: 'cache-first' }
      : skipToken,
  );
  const found = asks ? (data ?? previousData) : undefined;
  const records: FoundRecord[] = [];
  for (const { node } of found?.needs.edges ?? []) {
    records.push({ to: postingPath('NEED', node.id), title: node.title, is: 'need' });
  }
  for (const { node } of found?.offers.edges ?? []) {
    records.push({ to: postingPath('OFFER', node.id), title: node.title, is: 'offer' });
  }
  for (const { id, label } of found?.tags ?? []) {
    // Coordinators keep tags; everybody else looks for what carries one.
    const to = isStaff
      ? `/tags?tag=${encodeURIComponent(id)}`
      : `/needs?tag=${encodeURIComponent(id)}`;
    records.push({ to, title: label, is: 'tag' });
  }
  for (const { node } of found?.organisations?.edges ?? []) {
    records.push({ to: `/organisation/${node.id}`, title: node.name, is: 'organisation' });
  }
  return {
    records,
    pending: text.length >= SHORTEST && (loading || settled !== text),
    failed: error !== undefined && data === undefined,
  };
}
