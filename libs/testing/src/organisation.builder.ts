import type { District, OrganisationKind, SizeClass } from '@wilma/domain';
import type { TestDatabase } from './test-database.js';

export interface OrganisationPlan {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly municipality: string | null;
  readonly district: District | null;
  readonly website: string | null;
  readonly sector: string | null;
  readonly sizeClass: SizeClass | null;
  readonly transferEmail: string | null;
  readonly verified: boolean;
}

/** An organisation, verified unless the plan says otherwise. Resolves with its id. */
export function buildOrganisation(
  database: TestDatabase,
  plan: Partial<OrganisationPlan> = {},
): Promise<string> {
  const { sizeClass, transferEmail, verified, ...rest } = {
    name: 'Glaswerk Beispiel',
    kind: 'COMPANY',
    municipality: 'Weißwasser',
    district: 'GOERLITZ',
    website: null,
    sector: 'C',
    sizeClass: 'SMALL',
    transferEmail: null,
    verified: true,
    ...plan,
  };
  return database.insert('organisation', {
    ...rest,
    size_class: sizeClass,
    transfer_email: transferEmail,
    verified_at: verified ? new Date() : null,
  });
}
