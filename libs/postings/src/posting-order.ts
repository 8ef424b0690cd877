import { registerEnumType } from '@nestjs/graphql';
import type { Order } from '@wilma/platform';
import { LISTED_AT } from './posting.entity.js';

export const PostingOrder = {
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  TITLE: 'TITLE',
  DEADLINE: 'DEADLINE',
} as const;
export type PostingOrder = keyof typeof PostingOrder;
registerEnumType(PostingOrder, { name: 'PostingOrder' });

export const ORDERS: Readonly<Record<PostingOrder, Order>> = {
  NEWEST: { by: LISTED_AT, direction: 'DESC' },
  OLDEST: { by: LISTED_AT, direction: 'ASC' },
  TITLE: { by: 'posting.title COLLATE "de-x-icu"', direction: 'ASC' },
  DEADLINE: { by: `COALESCE(posting.expires_at, 'infinity')`, direction: 'ASC' },
};
