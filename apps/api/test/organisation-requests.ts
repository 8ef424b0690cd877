/** What the tests of organisations ask. */
export const CREATE = `mutation ($manager: String) {
  createOrganisation(input: { name: "Beispiel", kind: COMPANY }, manager: $manager) { id } }`;
export const VERIFY = `mutation ($id: ID!, $note: String, $domains: [MailDomainInput!]) {
  verifyOrganisation(id: $id, note: $note, domains: $domains) { id verified } }`;
export const TAKE_BACK = `mutation ($id: ID!) {
  takeBackVerification(id: $id, reason: "Die Nummer stimmte nicht") { verified } }`;
export const WISH = `mutation ($organisation: ID!, $domains: [MailDomainInput!]!) {
  setMailDomains(organisation: $organisation, domains: $domains) {
    mailDomains { domain withSubdomains inForce } } }`;
export const JOIN = `mutation ($id: ID!) { joinOrganisation(id: $id) { id } }`;
export const JOINABLE = '{ joinableOrganisations { id } }';
export const MINE = '{ me { memberships { role organisation { id } } } }';
export const MEMBERS = `query ($organisation: ID!) {
  members(organisation: $organisation) { totalCount edges { node { account { id } role email } } } }`;
export const ROLE = `mutation ($organisation: ID!, $account: ID!, $role: MembershipRole!) {
  setMemberRole(organisation: $organisation, account: $account, role: $role) { role } }`;
export const REMOVE = `mutation ($organisation: ID!, $account: ID!, $successor: ID) {
  removeMember(organisation: $organisation, account: $account, successor: $successor) }`;
export const LEAVE = `mutation ($organisation: ID!, $successor: ID) {
  leaveOrganisation(organisation: $organisation, successor: $successor) }`;
export const STANDING = `query ($search: String) { organisations(search: $search) { edges { node {
  verified onBehalf mailDomains { domain inForce }
  verifications { given note domains by { id } } } } } }`;
