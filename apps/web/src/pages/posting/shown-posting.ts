import type { NeedFullFragment, OfferFullFragment } from '../../graphql/generated/graphql.js';

export type ShownPosting =
  | (NeedFullFragment & { readonly kind: 'NEED' })
  | (Omit<OfferFullFragment, 'kind'> & {
      readonly kind: 'OFFER';
      readonly offerKind: OfferFullFragment['kind'];
    });
