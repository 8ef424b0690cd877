import { InvitationLinks } from '@wilma/identity';
import { doing, word } from './doing.js';
import type { Cell, Stage } from './stage.js';
import { freshWord, inDays, invitation, mailDomain, member, organisation } from './subjects.js';
import type { Call, Calls } from './trial.js';

const inviting =
  (role: string, verified: boolean): Call =>
  async (stage, cell) =>
    doing('inviteMember', {
      organisation: await organisation(stage, cell, verified),
      email: `${freshWord()}@people.example`,
      role: word(role),
    });

const founding = (more: object = {}) =>
  doing('createOrganisation', { input: { name: freshWord(), kind: word('COMPANY') }, ...more });

/** Joining one whose mail domain is that of the viewer's address, or another. */
const joining =
  (domain: string, verified = true): Call =>
  async (stage, cell) => {
    const id = await organisation(stage, cell, verified);
    if (cell.kind !== 'missing') await mailDomain(stage, id, domain);
    return doing('joinOrganisation', { id });
  };

/** Something about a member of an organisation that the viewer may manage. */
const leading =
  (field: string, args: object, { isManager = false, fields = '' } = {}): Call =>
  async (stage, cell) => {
    const id = await organisation(stage, cell, true, isManager ? 'MANAGER' : 'MEMBER');
    const account = await member(stage, cell, id);
    return doing(field, { organisation: id, account, ...args }, fields);
  };

const domains =
  (isManager: boolean): Call =>
  async (stage, cell) =>
    doing('setMailDomains', {
      organisation: await organisation(stage, cell, true, isManager ? 'MANAGER' : 'MEMBER'),
      domains: [{ domain: 'werk.example' }],
    });

const MANAGER = { role: word('MANAGER') };

const accepting = async (stage: Stage, cell: Cell) => {
  const email = cell.kind === 'own' ? stage.player(cell).email : `${freshWord()}@people.example`;
  const to = await organisation(stage, { ...cell, kind: 'other' }, true);
  const id = await invitation(stage, cell, { email, organisation_id: to });
  const links = stage.api.app.get(InvitationLinks);
  const token = links
    .urlFor({ id, expiresAt: inDays(10) })
    .split('/')
    .at(-1);
  return doing('acceptInvitation', { token });
};

export const OF_ORGANISATIONS: Calls = {
  acceptInvitation: accepting,
  createOrganisation: () => founding(),
  'createOrganisation · for a caller': () => founding({ manager: `${freshWord()}@call.example` }),
  inviteMember: inviting('MEMBER', true),
  'inviteMember · as manager': inviting('MANAGER', true),
  'inviteMember · not verified': inviting('MEMBER', false),
  joinOrganisation: joining('people.example'),
  'joinOrganisation · of another domain': joining('eople.example'),
  'joinOrganisation · not verified': joining('people.example', false),
  leaveOrganisation: async (stage, cell) =>
    doing('leaveOrganisation', { organisation: await organisation(stage, cell, true) }, ''),
  removeMember: leading('removeMember', {}),
  'removeMember · as its manager': leading('removeMember', {}, { isManager: true }),
  setMailDomains: domains(false),
  'setMailDomains · as its manager': domains(true),
  setMemberRole: leading('setMemberRole', MANAGER, { fields: '{ role }' }),
  'setMemberRole · as its manager': leading('setMemberRole', MANAGER, {
    isManager: true,
    fields: '{ role }',
  }),
  takeBackVerification: async (stage, cell) =>
    doing('takeBackVerification', {
      id: await organisation(stage, cell, true),
      reason: 'It moved away',
    }),
  verifyOrganisation: async (stage, cell) =>
    doing('verifyOrganisation', { id: await organisation(stage, cell, false) }),
  withdrawInvitation: async (stage, cell) =>
    doing('withdrawInvitation', { id: await invitation(stage, cell) }),
  'withdrawInvitation · of a manager': async (stage, cell) =>
    doing('withdrawInvitation', { id: await invitation(stage, cell, { role: 'MANAGER' }) }),
};
