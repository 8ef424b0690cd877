// Where the time of a flow goes, by what the programs noted in the database on the way: an event
// when it is written, when a relay took it up, when the transaction of its handler began.

const NOTES_SQL = `
  SELECT event.name, event.at, event.relayed_at, handled.at AS begun_at
    FROM event LEFT JOIN handled ON handled.event_id = event.id
   WHERE event.payload->>'posting' = $1
      OR event.payload->>'match' IN (SELECT id::text FROM match WHERE need_id = $1::uuid)
   ORDER BY event.id`;
const MAILS_SQL = `SELECT message_id FROM outgoing_mail WHERE match_id = $1`;

/** Parts by name, each with the moment at which it ends; it begins where the one before ended. */
const submitParts = [
  ['request, until its event is written', ({ published }) => published.at],
  ['commit, wake-up of the relay', ({ published }) => published.relayed_at],
  ['relay, queue, until the handler begins', ({ published }) => published.begun_at],
  ['reading candidates, matching', ({ suggested }) => suggested.at],
  ['storing up to 5 matches, commit, subscription', (_, { submit }) => submit.askedAt],
  ['reading the list of matches', (_, { submit }) => submit.seenAt],
];
const approveParts = [
  ['request, until its event is written', ({ approved }) => approved.at],
  ['commit, wake-up of the relay', ({ approved }) => approved.relayed_at],
  ['relay, queue, until the handler begins', ({ approved }) => approved.begun_at],
  ['reading both sides, rendering, storing two mails', ({ asked }) => asked.at],
  ['commit, wake-up of the relay', ({ queued }) => queued.relayed_at],
  ['relay, queue, lease of the mail', (_, { mails }) => latest(mails, 'begunAt')],
  ['SMTP, from MAIL FROM to accepted', (_, { mails }) => latest(mails, 'acceptedAt')],
];

const latest = (mails, moment) => Math.max(...mails.map((mail) => mail[moment]));

/**
 * The parts of both steps as `{ name, took }`, `took` in milliseconds, one for each flow.
 * @throws Error where the mails that came are not those of the match
 */
export async function partsOf(database, flows) {
  const notes = [];
  for (const flow of flows) {
    await checkMails(database, flow);
    notes.push(await notesOf(database, flow));
  }
  const took = (parts, sentAt) => {
    const rows = flows.map((flow, index) => {
      const ends = parts.map(([, end]) => Number(end(notes[index], flow)));
      return ends.map((end, part) => end - (ends[part - 1] ?? sentAt(flow)));
    });
    return parts.map(([name], part) => ({ name, took: rows.map((row) => row[part]) }));
  };
  return {
    submit: took(submitParts, ({ submit }) => submit.sentAt),
    approve: took(approveParts, ({ approve }) => approve.sentAt),
  };
}

async function notesOf(database, { need }) {
  const { rows } = await database.query(NOTES_SQL, [need]);
  const named = (name) => rows.filter((row) => row.name === name);
  return {
    published: named('posting.published')[0],
    suggested: named('match.suggested')[0],
    approved: named('match.approved')[0],
    asked: named('match.asked')[0],
    queued: named('mail.queued').at(-1),
  };
}

async function checkMails(database, { match, mails }) {
  const { rows } = await database.query(MAILS_SQL, [match]);
  const intended = rows.map((row) => row.message_id).sort();
  const came = mails.map(({ messageId }) => messageId).sort();
  if (intended.join() !== came.join()) {
    throw new Error(`match ${match}: intended ${intended.join(' ')}, came ${came.join(' ')}`);
  }
}
