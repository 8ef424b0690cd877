import { post } from './auth-api.js';

/** What can come of it; each has a sentence where it is shown. */
export type Outcome =
  | 'ok'
  | 'cancelled'
  | 'refused'
  | 'notFresh'
  | 'unconfirmed'
  | 'rateLimited'
  | 'failed'
  | 'network';

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.ok) return 'ok';
  if (response.status === 429) return 'rateLimited';
  if (response.status >= 500) return 'failed';
  const { code } = (await response.json().catch(() => ({}))) as { readonly code?: string };
  if (code === 'SESSION_NOT_FRESH') return 'notFresh';
  return code === 'EMAIL_NOT_VERIFIED' ? 'unconfirmed' : 'refused';
}

async function attempt(work: () => Promise<Response>): Promise<Outcome> {
  try {
    return await outcomeOf(await work());
  } catch (error) {
    // Somebody closed the browser's window, or waited too long.
    return error instanceof DOMException && error.name !== 'NetworkError' ? 'cancelled' : 'network';
  }
}

const send = (path: string, body: object): Promise<Outcome> =>
  attempt(() => post(`/api/auth/${path}`, body));

/** Whether or not the address has an account, the answer is the same. */
export const requestLink = (email: string, next: string | null): Promise<Outcome> =>
  send('sign-in/magic-link', { email, ...(next === null ? {} : { callbackURL: next }) });

export const requestReset = (email: string): Promise<Outcome> =>
  send('request-password-reset', { email });

export const changePassword = (currentPassword: string, newPassword: string): Promise<Outcome> =>
  send('change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** The provider's address to go to; null where it cannot be reached. */
export async function addressOf(provider: string, next: string): Promise<string | null> {
  try {
    const response = await post('/api/auth/sign-in/social', {
      provider,
      callbackURL: next,
      errorCallbackURL: `/sign-in?provider=${encodeURIComponent(provider)}`,
    });
    return response.ok ? ((await response.json()) as { readonly url: string }).url : null;
  } catch {
    return null;
  }
}

async function list<T>(path: string): Promise<T[]> {
  const response = await fetch(`/api/auth/${path}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return (await response.json()) as T[];
}

/** A way to sign in: `credential` is the password. */
export interface Credential {
  readonly id: string;
  readonly providerId: string;
}

export const listCredentials = (): Promise<Credential[]> => list('list-accounts');

export const unlink = ({ id }: Credential): Promise<Outcome> =>
  send('unlink-account', { accountId: id });

export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt: string;
}

export const listPasskeys = (): Promise<Passkey[]> => list('passkey/list-user-passkeys');

export const renamePasskey = ({ id }: Passkey, name: string): Promise<Outcome> =>
  send('passkey/update-passkey', { id, name });

export const deletePasskey = ({ id }: Passkey): Promise<Outcome> =>
  send('passkey/delete-passkey', { id });

/** Whether the browser can do what we need of it. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Asks for a challenge, has the device answer it and brings the answer back. */
const ceremony = (
  challenge: string,
  answer: (options: never) => Promise<DeviceAnswer | null>,
  verification: string,
  more: object = {},
): Promise<Outcome> =>
  attempt(async () => {
    const options = await fetch(`/api/auth/passkey/${challenge}`, { credentials: 'same-origin' });
    if (!options.ok) return options;
    const credential = await answer((await options.json()) as never);
    const response = (credential as PublicKeyCredential | null)?.toJSON() as object;
    return post(`/api/auth/passkey/${verification}`, { response, ...more });
  });

type DeviceAnswer = Awaited<ReturnType<CredentialsContainer['get']>>;

export const signInByPasskey = (): Promise<Outcome> =>
  ceremony(
    'generate-authenticate-options',
    (options) =>
      navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      }),
    'verify-authentication',
  );

export const addPasskey = (name: string): Promise<Outcome> =>
  ceremony(
    'generate-register-options',
    (options) =>
      navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      }),
    'verify-registration',
    { name },
  );
