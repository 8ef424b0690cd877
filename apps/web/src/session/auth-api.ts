/** What the sign-in service can answer; each has a sentence in the message files. */
export type SignInOutcome = 'ok' | 'wrongCredentials' | 'rateLimited' | 'failed' | 'network';

export const post = (path: string, body: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(body),
  });

export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const { ok, status } = await post('/api/auth/sign-in/email', { email, password });
    if (ok) return 'ok';
    if (status === 429) return 'rateLimited';
    return status >= 500 ? 'failed' : 'wrongCredentials';
  } catch {
    return 'network';
  }
}

export type SignUpOutcome = 'ok' | 'taken' | 'refused' | 'rateLimited' | 'failed' | 'network';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** In which mails are written to them. */
  readonly locale: string;
}

export async function signUp(account: NewAccount): Promise<SignUpOutcome> {
  try {
    const { ok, status } = await post('/api/auth/sign-up/email', account);
    if (ok) return 'ok';
    if (status === 429) return 'rateLimited';
    if (status === 422) return 'taken';
    return status >= 500 ? 'failed' : 'refused';
  } catch {
    return 'network';
  }
}

/** Has the session last longer where it has lasted for a day; it is no matter if this fails. */
export const keepSession = (): void => {
  fetch('/api/auth/get-session', { credentials: 'same-origin' })
    // Left unread, the browser would hold the connection open.
    .then((response) => response.text())
    .catch(() => undefined);
};

/** Resolves to whether the session has ended. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post('/api/auth/sign-out', {})).ok;
  } catch {
    return false;
  }
}
