import { registerEnumType } from '@nestjs/graphql';
import type { Order } from '@wilma/platform';
import { LISTED_AT } from './posting.entity.js';

export const PostingOrder = {
  /** By how well a search is answered, the newest first among equals; without one as NEWEST. */
  RELEVANCE: 'RELEVANCE',
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  TITLE: 'TITLE',
  DEADLINE: 'DEADLINE',
} as const;
export type PostingOrder = keyof typeof PostingOrder;
registerEnumType(PostingOrder, { name: 'PostingOrder' });

/** When a posting's listing ends; never null. Of a blinded one the day, as with where it is placed. */
const ENDS_AT = `COALESCE(CASE posting.visibility
  WHEN 'BLINDED' THEN date_trunc('day', posting.expires_at, 'UTC')
  ELSE posting.expires_at END, 'infinity')`;

const NEWEST: Order = { by: LISTED_AT, direction: 'DESC' };

export const ORDERS: Readonly<Record<PostingOrder, Order>> = {
  RELEVANCE: NEWEST,
  NEWEST,
  OLDEST: { by: LISTED_AT, direction: 'ASC' },
  TITLE: { by: 'posting.title COLLATE "de-x-icu"', direction: 'ASC' },
  DEADLINE: { by: ENDS_AT, direction: 'ASC' },
};
