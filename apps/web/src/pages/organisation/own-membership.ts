import type { OwnOrganisationsQuery } from '../../graphql/generated/graphql.js';

export type OwnMembership = NonNullable<OwnOrganisationsQuery['me']>['memberships'][number];
