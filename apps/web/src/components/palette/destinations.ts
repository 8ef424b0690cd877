import type { Role } from '@wilma/domain';
import type { MessageId } from '../../lang/text.js';
import { navigationFor } from '../layout/navigation.js';

export interface Destination {
  readonly to: string;
  readonly label: MessageId;
}

/** Who looks, as far as it decides what there is to do. */
export interface Viewer {
  readonly role: Role | null;
  /** Whether there is an organisation to post for. */
  readonly mayPost: boolean;
}

const STAFF: readonly Destination[] = [
  { to: '/postings', label: 'myPostings.staffTitle' },
  { to: '/organisations', label: 'organisations.title' },
  { to: '/posting-reports', label: 'reports.title' },
  { to: '/mail-problems', label: 'mailProblems.title' },
  { to: '/learning', label: 'learning.title' },
];
const ADMIN: Destination = { to: '/admin', label: 'admin.title' };
const SETTINGS: Destination = { to: '/settings', label: 'settings.title' };
const SIGN_IN: Destination = { to: '/sign-in', label: 'action.signIn' };
const IMPRINT: Destination = { to: '/imprint', label: 'layout.imprint' };
const PRIVACY: Destination = { to: '/privacy', label: 'layout.privacy' };

const isStaff = (role: Role | null): boolean => role === 'COORDINATOR' || role === 'ADMIN';

/** Every page that a viewer may open without knowing an id. */
export function pagesFor({ role }: Viewer): readonly Destination[] {
  return [
    ...navigationFor(role).map(({ to, label }) => ({ to, label })),
    ...(isStaff(role) ? STAFF : []),
    ...(role === 'ADMIN' ? [ADMIN] : []),
    role === null ? SIGN_IN : SETTINGS,
    IMPRINT,
    PRIVACY,
  ];
}

/** What a viewer may begin to write; visitors are asked to sign in first. */
export function writingFor({ role, mayPost }: Viewer): readonly Destination[] {
  if (!mayPost && !isStaff(role)) return [];
  return [
    // Coordinators write down what a caller needs.
    { to: '/needs/new', label: isStaff(role) ? 'action.takeCall' : 'action.postNeed' },
    { to: '/offers/new', label: 'action.postOffer' },
  ];
}
