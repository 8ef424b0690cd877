import type { ReceivedMail } from '@wilma/testing';
import { everythingOf } from '../whole-selection.js';
import { mutationsOn } from './mutations.js';
import { openPages } from './pages.js';
import { askLists, deeperRoutes, follow, rootsFor, routesTo } from './questions.js';
import { type Transcript, Witness } from './transcript.js';
import type { Played } from './twin-plot.js';
import { VIEWERS, type ViewerName } from './twin-stage.js';
import type { TwinWorld } from './twin-world.js';

export interface Extent {
  /** Fields from a root of the schema; all paths to it are asked for. */
  readonly depth: number;
  /** So many deeper ones, at random. */
  readonly deeper: number;
  readonly seed: number;
  /** Of lists that are leafed through. */
  readonly pageSize: number;
}

export interface Observed {
  readonly transcripts: Readonly<Record<ViewerName, Transcript>>;
  /** That each of them asked for. */
  readonly paths: number;
}

/** Mails are numbered by `randomUUID()` before anything of a match is read: the number can't tell. */
function withoutNumber({ raw, messageId }: ReceivedMail): string {
  const [number = ''] = messageId.slice(1).split('@');
  return raw.replaceAll(number, 'NUMBER').replaceAll(number.replaceAll('-', ''), 'NUMBER');
}

/** As it came, and with the lines joined that were broken for the way. */
export const readMail = (mail: ReceivedMail): string =>
  [withoutNumber(mail), mail.subject, mail.text, mail.html, mail.raw.replaceAll(/=\r?\n/g, '')]
    .map((part, at) => (at === 4 ? withoutNumber({ ...mail, raw: part }) : part))
    .join('\n');

/** Every viewer looks wherever one can look; then each tries every change. */
export async function observe(world: TwinWorld, played: Played, extent: Extent): Promise<Observed> {
  const { depth, deeper, seed, pageSize } = extent;
  const { ids, viewers, heard, researcherMail } = played;
  const roots = rootsFor(ids);
  const routes = [
    ...routesTo(roots, depth),
    ...deeperRoutes(roots, { depth, count: deeper, seed }),
  ];
  // Finding them took so long that connections kept open were closed: the first request notices.
  await fetch(`${world.origin}/health/live`).catch(() => null);
  let paths = 0;
  const witnesses = VIEWERS.map((name) => [name, new Witness(viewers[name])] as const);
  for (const [name, witness] of witnesses) {
    paths += await follow(witness, routes);
    await askLists(witness, ids, pageSize);
    await openPages(witness, ids);
    for (const event of heard[name] ?? []) witness.transcript.keep('subscriptions', event);
    if (name !== 'researcher') continue;
    const mails = world.inbox.mails.filter(({ recipients }) => recipients.includes(researcherMail));
    for (const mail of mails) witness.transcript.keep(`mail: ${mail.subject}`, readMail(mail));
  }
  for (const [, witness] of witnesses) {
    for (const mutation of mutationsOn([ids.needs[0], ids.matches[0]])) {
      await witness.ask(mutation);
    }
  }
  return {
    transcripts: Object.fromEntries(
      witnesses.map(([name, { transcript }]) => [name, transcript]),
    ) as Observed['transcripts'],
    paths: Math.round(paths / VIEWERS.length),
  };
}

/** Both say yes to the last match: what the researcher reads and gets from then on. */
export async function afterIntroduction(world: TwinWorld, played: Played): Promise<string> {
  const { owner, viewers, ids, researcherMail } = played;
  const [need, match] = [ids.needs[3], ids.matches[3]];
  const yes = 'mutation ($id: ID!) { answerMatch(id: $id, answer: INTERESTED) { state } }';
  await owner.ask(yes, { id: match });
  await viewers.researcher.ask(yes, { id: match });
  await world.settle();
  const witness = new Witness(viewers.researcher);
  await witness.ask(`query ($id: ID!) { match(id: $id) ${everythingOf('Match', 2)} }`, {
    id: match,
  });
  await witness.ask(`query ($id: ID!) { match(id: $id) { need ${everythingOf('Need', 2)} } }`, {
    id: match,
  });
  const mails = world.inbox.mailsTo(researcherMail, 'Introduction').map(readMail);
  return [need, ...witness.transcript.entries().map(([, text]) => text), ...mails].join('\n');
}
