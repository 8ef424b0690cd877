// What the flow is compared with: steps that it cannot do without, each alone, on the same machine
// in the same run.
import { createTransport } from 'nodemailer';
import { now } from './clock.mjs';

/** Milliseconds of `n` durable transactions of one small row. */
export async function commitsAlone(database, n) {
  await database.query('CREATE TABLE bench_commit (at timestamptz)');
  return timed(n, () => database.query('INSERT INTO bench_commit VALUES (now())'));
}

/** Milliseconds of `n` hand-overs of the last two mails, both at once, on connections kept open. */
export async function handOversAlone({ database, inbox }, n) {
  const { rows } = await database.query(
    `SELECT subject, html, text, to_address AS "to" FROM outgoing_mail
      ORDER BY created_at DESC LIMIT 2`,
  );
  const transport = createTransport({ url: inbox.url, pool: true, maxConnections: 2 });
  const mails = rows.map((mail) => ({ ...mail, from: 'bench@demo.example' }));
  const handOver = () => Promise.all(mails.map((mail) => transport.sendMail(mail)));
  try {
    await handOver();
    return await timed(n, handOver);
  } finally {
    transport.close();
  }
}

async function timed(n, work) {
  const took = [];
  for (let index = 0; index < n; index += 1) {
    const begin = now();
    await work();
    took.push(now() - begin);
  }
  return took;
}
