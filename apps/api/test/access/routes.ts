import type { LinkPurpose, Side } from '@wilma/domain';
import { Auth, ConfirmationLinks, LinkRequest, MailedLinks } from '@wilma/identity';
import { MatchReader } from '@wilma/matches';
import { AnswerLinks, PostingLinks, UnsubscribeLinks } from '@wilma/notifications';
import { PASSWORD } from '@wilma/testing';
import { DataSource } from 'typeorm';
import { post } from '../way-in.js';
import { randomUUID } from 'node:crypto';
import { ErasureLinks } from '@wilma/privacy';
import type { Stage } from './stage.js';
import type { Kind } from './table.js';

interface Sent {
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
type Route = (stage: Stage, kind: Kind) => Promise<Sent> | Sent;

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MAIL = 'somebody@contact.example';
const pathOf = (url: string): string => new URL(url).pathname;
const at = (path: string) => (): Sent => ({ path });

/** A page behind a link of a mail, with what its button sends. */
const page =
  (name: string, make: (stage: Stage) => Promise<string>, body?: string): Route =>
  async (stage, kind) => ({
    path: kind === 'missing' ? `/${name}/nothing` : pathOf(await make(stage)),
    ...(body === undefined ? {} : { body, headers: FORM }),
  });

async function answerUrl(stage: Stage): Promise<string> {
  const id = await stage.asked({ viewer: 'visitor', kind: 'other' });
  const match = await stage.api.app.get(MatchReader).byLink(id);
  if (match === null) throw new Error('the match was not stored');
  await stage.set('posting', match.needId, { contact_mail: MAIL });
  const addressee = { side: 'NEED' as Side, contact: { mail: MAIL } };
  return stage.api.app.get(AnswerLinks).urlFor(match, addressee, new Date());
}

async function postingUrl(stage: Stage, purpose: 'confirm' | 'renew'): Promise<string> {
  const isWaiting = purpose === 'confirm';
  const id = await stage.posting({ viewer: 'visitor', kind: 'other' }, 'NEED', {
    state: isWaiting ? 'SUBMITTED' : 'EXPIRED',
    contact: { mail: MAIL },
    columns: isWaiting ? { confirmation: 'WAITING' } : {},
  });
  return stage.api.app.get(PostingLinks).urlFor(purpose, { id, contact: { mail: MAIL } });
}

const unsubscribeUrl = (stage: Stage): Promise<string> =>
  Promise.resolve(stage.api.app.get(UnsubscribeLinks).urlFor({ id: stage.stranger }));

async function erasureUrl({ api }: Stage): Promise<string> {
  const id = await api.database.insert('erasure', {
    addressee: randomUUID(),
    requested_at: new Date(),
    due_at: new Date(),
  });
  return api.app.get(ErasureLinks).urlFor({ id }, new Date(Date.now() + 60_000));
}

const confirmAddressUrl = async (stage: Stage): Promise<string> => {
  const account = { id: stage.stranger, email: await stage.emailOf(stage.stranger) };
  return stage.api.app.get(ConfirmationLinks).make(account).url;
};

/** Has a link made as the worker would. */
async function mailedUrl(stage: Stage, purpose: LinkPurpose): Promise<string> {
  const email = await stage.emailOf(stage.stranger);
  const path = purpose === 'SIGN_IN' ? 'sign-in/magic-link' : 'request-password-reset';
  await post(stage.api.origin, path, { email });
  const request = await stage.api.app
    .get(DataSource)
    .manager.findOneByOrFail(LinkRequest, { purpose });
  await stage.database.query('DELETE FROM link_request');
  return stage.api.app.get(MailedLinks).urlFor(request);
}

const signInUrl = (stage: Stage): Promise<string> => mailedUrl(stage, 'SIGN_IN');
const resetUrl = (stage: Stage): Promise<string> => mailedUrl(stage, 'RESET_PASSWORD');

const confirmUrl = (stage: Stage): Promise<string> => postingUrl(stage, 'confirm');
const renewUrl = (stage: Stage): Promise<string> => postingUrl(stage, 'renew');

export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /answer/:token': page('answer', answerUrl),
  'POST /answer/:token': page('answer', answerUrl, 'answer=INTERESTED'),
  'GET /confirm/:token': page('confirm', confirmUrl),
  'POST /confirm/:token': page('confirm', confirmUrl, 'decision=CONFIRM&version=1'),
  'GET /erasure/:token': page('erasure', erasureUrl),
  'POST /erasure/:token': page('erasure', erasureUrl, 'keep'),
  'GET /confirm-address/:token': page('confirm-address', confirmAddressUrl),
  'POST /confirm-address/:token': page('confirm-address', confirmAddressUrl, ''),
  'GET /reset-password/:token': page('reset-password', resetUrl),
  'POST /reset-password/:token': page('reset-password', resetUrl, `password=${PASSWORD}`),
  'GET /sign-in-link/:token': page('sign-in-link', signInUrl),
  'POST /sign-in-link/:token': page('sign-in-link', signInUrl, ''),
  'GET /feeds/:name': (_stage, kind) => ({
    path: `/feeds/${kind === 'missing' ? 'nothing' : 'needs.atom'}`,
  }),
  'POST /graphql': () => ({
    path: '/graphql',
    body: '{"query":"{ service { undoSeconds } }"}',
    headers: { 'content-type': 'application/json' },
  }),
  'GET /health/live': at('/health/live'),
  'GET /health/ready': at('/health/ready'),
  'GET /me/data.html': at('/me/data.html'),
  'GET /me/data.json': at('/me/data.json'),
  'GET /metrics': at('/metrics'),
  'GET /metrics · from outside': () => ({
    path: '/metrics',
    headers: { 'x-forwarded-for': '203.0.113.7' },
  }),
  'ALL /oai': at('/oai?verb=Identify'),
  'GET /queues': at('/queues'),
  'GET /renew/:token': page('renew', renewUrl),
  'POST /renew/:token': page('renew', renewUrl, 'version=1'),
  'GET /unsubscribe/:token': page('unsubscribe', unsubscribeUrl),
  'POST /unsubscribe/:token': page('unsubscribe', unsubscribeUrl, 'List-Unsubscribe=One-Click'),
};

const LETTERS: Readonly<Record<number, string>> = { 401: 'U', 403: 'F', 404: 'N' };

/** The letter for what a route answers. */
export async function askRoute(
  { api }: Stage,
  name: string,
  { path, body, headers }: Sent,
  cookies: Readonly<Record<string, string>>,
): Promise<string> {
  const [verb = ''] = name.split(' ');
  const { status } = await fetch(`${api.origin}${path}`, {
    method: verb === 'ALL' ? 'GET' : verb,
    redirect: 'manual',
    headers: { ...cookies, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return status < 400 ? '+' : (LETTERS[status] ?? String(status));
}

interface Layer {
  readonly name: string;
  readonly slash: boolean;
  readonly route?: {
    readonly path: string;
    readonly methods: Readonly<Record<string, boolean>>;
    readonly stack: readonly unknown[];
  };
  readonly match: (path: string) => boolean;
}

const layersOf = ({ api }: Stage): readonly Layer[] =>
  (api.app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } }).router
    .stack;

const verbsOf = (methods: Readonly<Record<string, boolean>>): string[] => {
  const verbs = Object.keys(methods).filter((verb) => methods[verb]);
  // Nest registers a handler of all verbs under each of them.
  return verbs.length > 5 || verbs.includes('_all') ? ['ALL'] : verbs.map((v) => v.toUpperCase());
};

/** Everything that is routed to a handler, as "VERB /path". */
export const routed = (stage: Stage): string[] =>
  layersOf(stage)
    .flatMap(({ route }) =>
      route === undefined ? [] : verbsOf(route.methods).map((verb) => `${verb} ${route.path}`),
    )
    .sort();

/** Whether something is mounted at a path apart from routes, such as the board of the queues. */
export const mountedAt = (stage: Stage, path: string): boolean =>
  layersOf(stage).some((layer) => layer.route === undefined && !layer.slash && layer.match(path));

/** How much is mounted below paths of its own. */
export const mounts = (stage: Stage): readonly ((path: string) => boolean)[] =>
  layersOf(stage)
    .filter(({ route, slash }) => route === undefined && !slash)
    .map((layer) => (path) => layer.match(path));

interface Endpoint {
  readonly path?: string;
  readonly options?: {
    readonly method?: string | string[];
    readonly metadata?: { SERVER_ONLY?: boolean };
  };
}

/** What better-auth answers, as "VERB /path". */
export const signInRoutes = ({ api }: Stage): string[] =>
  Object.values(api.app.get(Auth).api as unknown as Readonly<Record<string, Endpoint>>)
    .flatMap(({ path, options }) => {
      if (path === undefined || options?.metadata?.SERVER_ONLY === true) return [];
      return [options?.method ?? 'GET'].flat().map((verb) => `${verb} ${path}`);
    })
    .sort();
