import { randomUUID } from 'node:crypto';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type BuiltAccount,
  type TestDatabase,
} from '@wilma/testing';
import { vouched } from './vouched.js';

/** Somebody of whom every table that can know a person does. */
export interface KnownPerson extends BuiltAccount {
  readonly phone: string;
  readonly surname: string;
  readonly orcid: string;
  /** Their organisation. */
  readonly organisation: string;
  /** Their posting, introduced to {@link stranger}. */
  readonly need: string;
  readonly match: string;
  readonly stranger: BuiltAccount;
  readonly offer: string;
}

/** What stands for an address. */
type KeyOf = (mail: string) => string;

const now = (): Date => new Date();

/**
 * A person with a row in every table that refers to people, in texts too, and a stranger on the
 * other side of whom as much is known; whatever is the stranger's says FREMD.
 * @param key that stands for the person's address
 */
export async function aKnownPerson(
  database: TestDatabase,
  keyOf: KeyOf,
  { colleagues = [] }: { readonly colleagues?: readonly Partial<BuiltAccount>[] } = {},
): Promise<KnownPerson> {
  const run = randomUUID().slice(0, 8);
  const phone = `+49 3571 ${run}`;
  const surname = `O’Kanari-${run}`;
  const organisation = await buildOrganisation(database, { name: `Werk ${run} (Beispiel)` });
  const university = await buildOrganisation(database, {
    name: `Hochschule ${run} (Beispiel)`,
    kind: 'UNIVERSITY',
  });
  const former = await buildOrganisation(database, { name: `Früher ${run} (Beispiel)` });
  const person = await buildAccount(database, {
    email: `mona.${run}@people.example`,
    name: `Mona ${surname}`,
    academicTitle: `Dr. ${run}`,
    organisations: [organisation],
  });
  const { id, name, email } = person;
  await database.query(
    `UPDATE membership SET role = 'MANAGER', created_at = now() - interval '1 year'
      WHERE account_id = $1`,
    [id],
  );
  for (const plan of colleagues) {
    await buildAccount(database, { ...plan, organisations: [organisation] });
  }
  const stranger = await buildAccount(database, {
    email: `fremd.${run}@people.example`,
    name: `Otto FREMD-${run}`,
    organisations: [university],
  });
  const contact = { name, mail: email, phone, academicTitle: person.academicTitle };
  const need = await buildPosting(database, 'NEED', {
    organisation,
    contact,
    description: `Fragen an ${name}, ${phone}, ${email.toUpperCase()}.`,
  });
  const offer = await buildPosting(database, 'OFFER', {
    organisation: university,
    description: 'FREMD',
    contact: { name: stranger.name, mail: stranger.email, phone: '+49 FREMD' },
  });
  const orcid = `0000-0000-${run}`;
  const thesis = await buildPosting(database, 'OFFER', { organisation, contact, state: 'CLOSED' });
  await database.query('UPDATE posting SET orcid = $1 WHERE id = $2', [orcid, thesis]);
  const left = await buildPosting(database, 'NEED', {
    organisation: former,
    title: 'FREMD: was aus dem Eintrag von damals wurde',
    contact: { name: stranger.name, mail: stranger.email },
  });
  await database.query('UPDATE posting SET created_by = $1 WHERE id = ANY($2)', [
    id,
    [need, thesis, left],
  ]);
  const match = await buildMatch(database, { need, offer, state: 'INTRODUCED' });
  const event = (about: string, payload: object, actor: string | null = id) =>
    database.insert('event', { name: about, payload: { match, ...payload }, actor });
  await database.query(
    `UPDATE match SET need_note = $2, offer_note = 'FREMD', assignee_id = $1, decided_by = $1,
            decided_at = now() WHERE id = $3`,
    [id, `Am besten ${name} anrufen.`, match],
  );
  const told = { side: 'NEED', answer: 'INTERESTED', round: 1 };
  await event('match.answered', told);
  await event('match.answered', { ...told, side: 'OFFER' }, stranger.id);
  await event('match.introduced', {}, stranger.id);
  await event('match.assigned', { assignee: stranger.id });
  await event('match.concluded', { result: 'COLLABORATION', reason: null });
  await database.insert('outcome', {
    match_id: match,
    result: 'COLLABORATION',
    text: `Vertrag, sagt ${name}.`,
    side: 'NEED',
  });
  for (const row of [
    {
      posting_id: need,
      organisation_id: university,
      owner_id: organisation,
    },
    { posting_id: offer, organisation_id: organisation, owner_id: university },
  ]) {
    await database.insert('release', { ...row, match_id: match });
  }
  await database.insert('posting_version', {
    posting_id: need,
    version: 1,
    content: { description: `Ansprechpartnerin: "${name}"`, orcid },
    at: now(),
    author_id: id,
  });
  await database.insert('asking', {
    match_id: match,
    round: 1,
    side: 'NEED',
    person: email,
    ready_at: now(),
    asked_at: now(),
  });
  for (const [side, text, relayed] of [
    ['NEED', `Wann passt es? ${name}`, 'Wann passt es?'],
    ['OFFER', 'FREMD fragt', 'Wo steht die Wanne?'],
  ] as const) {
    await database.insert('match_question', {
      ...{ match_id: match, round: 1, side, state: 'ANSWERED' },
      text,
      relayed,
      reply: side === 'NEED' ? 'FREMD antwortet' : `Bei ${name}`,
      answer: 'Im Mai',
    });
  }
  for (const [author, text] of [
    [id, `Mit ${name} gesprochen`],
    [stranger.id, `FREMD: ${phone} versucht`],
  ]) {
    await database.insert('match_note', { match_id: match, author_id: author, text });
    const report = { posting_id: need, reporter_id: author, reason: 'WRONG' };
    await database.insert('posting_report', { ...report, text, note: text });
  }
  const mail = { kind: 'INTRODUCED', locale: 'de', html: `<p>${name}</p>` };
  for (const [to, text, more] of [
    [person, `Guten Tag ${name}`, { match_id: match }],
    [stranger, `Ihr Kontakt: ${name.replace(' ', '\n')}, ${email}, FREMD`, { match_id: match }],
  ] as const) {
    await database.insert('outgoing_mail', {
      ...mail,
      ...more,
      dedupe_key: randomUUID(),
      message_id: `<${randomUUID()}@wilma.example>`,
      to_name: to.name,
      to_address: to.email,
      subject: 'Sie wurden vorgestellt',
      text,
      calendar: `DESCRIPTION:${name}`,
      state: 'SENT',
      sent_at: now(),
    });
  }
  await knownByName(database, person, { keyOf, match, university, stranger });
  await vouched(database, person, organisation);
  return { ...person, phone, surname, orcid, organisation, need, match, stranger, offer };
}

interface Around {
  readonly keyOf: KeyOf;
  readonly match: string;
  readonly university: string;
  readonly stranger: BuiltAccount;
}

/** What the account holds for itself. */
async function knownByName(
  database: TestDatabase,
  { id, name, email }: BuiltAccount,
  { keyOf, match, university, stranger }: Around,
): Promise<void> {
  const own = { account_id: id };
  await database.insert('absence', { ...own, from_day: '2030-01-01', to_day: '2030-01-09' });
  await database.insert('digest', { ...own, wanted: false });
  await database.insert('saved_filter', {
    ...own,
    kind: 'OFFER',
    name: `Für ${name}`,
    filter: {},
  });
  await database.insert('notification', {
    ...own,
    kind: 'MATCH_INTRODUCED',
    match_id: match,
    occasion: randomUUID(),
  });
  await database.insert('contact_consent', {
    addressee: keyOf(email),
    asked_at: now(),
    agreed_at: now(),
  });
  const invitation = { role: 'MEMBER', locale: 'de', expires_at: now() };
  await database.insert('invitation', {
    ...invitation,
    organisation_id: university,
    email,
    invited_by: stranger.id,
  });
  const invited = await database.insert('invitation', {
    ...invitation,
    organisation_id: university,
    email: `eingeladen.${stranger.email}`,
    invited_by: id,
  });
  await database.insert('outgoing_mail', {
    dedupe_key: `INVITATION/${invited}`,
    kind: 'INVITATION',
    locale: 'de',
    message_id: `<${invited}@wilma.example>`,
    to_name: '',
    to_address: `eingeladen.${stranger.email}`,
    subject: `Einladung von ${name}`,
    html: `<p>${name}</p>`,
    text: `${name.replace(' ', '\n')} lädt Sie ein`,
    state: 'SENT',
    sent_at: now(),
  });
  await database.insert('idempotent_request', {
    ...own,
    key: randomUUID(),
    asked: 'digest',
    answer: { data: { name } },
    begun_at: now(),
  });
  await database.query(`UPDATE tag SET suggested_by = $1 WHERE id = 'sintering'`, [id]);
  await database.insert('tag_merge', {
    into_id: 'sintering',
    tags: '[]',
    postings: 0,
    revision: 1,
    actor: id,
    at: now(),
  });
  await database.insert('confidential_read', {
    ...own,
    posting_id: randomUUID(),
    organisation_id: university,
    part: 'TEXT',
    day: now(),
  });
  await database.insert('auth.passkey', {
    name: `Handy von ${name}`,
    publicKey: '',
    userId: id,
    credentialID: randomUUID(),
    counter: 0,
    deviceType: 'singleDevice',
    backedUp: false,
    createdAt: now(),
  });
  await database.insert('address_confirmation', {
    ...own,
    address: email,
    purpose: 'ACCOUNT_MAILS',
    way: 'OPERATOR',
    locale: 'de',
    confirmed_at: now(),
  });
  await database.insert('link_request', {
    id: randomUUID(),
    purpose: 'SIGN_IN',
    address: email,
    expires_at: now(),
  });
  await database.insert('auth.verification', {
    identifier: `reset-password:${randomUUID()}`,
    value: id,
    expiresAt: now(),
    updatedAt: now(),
  });
  await database.insert('event', {
    name: 'account.settings-changed',
    payload: { account: id },
    actor: id,
  });
}
