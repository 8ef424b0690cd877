import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '@wilma/domain';
import { parse } from 'graphql';

/** The names that clients rely on. */
export const NAMES = parse(readFileSync(join(import.meta.dirname, 'contract.graphql'), 'utf8'));

/** Requests that must be valid: what types hold that have no promised name. */
export const SHAPES: readonly string[] = [
  '{ me { account { id name email locale } role memberships { organisation { id name kind } } } }',
  '{ needs(first: 1) { edges { cursor node { id } } pageInfo { endCursor } totalCount } }',
  '{ offers(first: 1) { edges { cursor node { id } } pageInfo { endCursor } totalCount } }',
  '{ matches(first: 1) { edges { cursor node { id } } pageInfo { endCursor } totalCount } }',
  '{ organisations(search: "a") { edges { cursor node { id name kind } } totalCount } }',
  '{ previewMatches(input: { title: "abc" }) { count offers(first: 3) { id title } } }',
  `{ match(id: "1") { parts { kind points max } assignee { id name }
       reasons(locale: de) { kind text tag { id } path { __typename } } history { __typename } } }`,
  ...['NONE', 'UNDER_10K', 'UNDER_50K', 'UNDER_250K', 'OVER_250K', 'OPEN'].map(
    (budget) => `mutation { createNeed(input: { title: "abc", budget: ${budget} }) { id budget } }`,
  ),
  ...['LOW', 'NORMAL', 'HIGH'].map(
    (urgency) => `mutation { createNeed(input: { title: "abc", urgency: ${urgency},
      tags: [{ tag: "a" }, { tag: "b", weight: 3 }],
      contact: { salutation: MS, academicTitle: "Dr.", name: "A", mail: "a@b.example", phone: "1" }
      }) { id urgency contact { name mail phone } } }`,
  ),
  ...['EXPERTISE', 'RESULT', 'EQUIPMENT', 'PATENT', 'THESIS_TOPIC', 'TRAINING'].map(
    (kind) => `mutation { createOffer(input: { title: "abc", kind: ${kind} }) { id kind } }`,
  ),
  ...['PUBLISH', 'REQUEST_CHANGES'].map(
    (decision) => `mutation {
      reviewPosting(id: "1", version: 1, decision: ${decision}, note: "a") { id state } }`,
  ),
  `mutation { createOrganisation(input: { name: "Beispiel", kind: COMPANY }) { id name kind } }`,
  `mutation { verifyOrganisation(id: "1") { id name } }`,
  `mutation { inviteMember(organisation: "1", email: "a@b.example", role: MEMBER) { __typename } }`,
  `mutation { suggestTag(label: "a", locale: de) { id state } }`,
  `mutation { approveTag(id: "1") { id state } }`,
  `mutation { mergeTags(from: ["1"], into: "2") { id } }`,
];

/** Codes of refusals. */
export const CODES: readonly ErrorCode[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'INTERNAL',
];

/** Page size, depth of a request and fields at its root, at most. */
export const BOUNDS = { pageSize: 100, depth: 10, rootFields: 30 } as const;
