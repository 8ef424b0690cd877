/** What the sign-in service can answer; each has a sentence in the message files. */
export type SignInOutcome = 'ok' | 'wrongCredentials' | 'rateLimited' | 'failed' | 'network';

const post = (path: string, body: object): Promise<Response> =>
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

/** Resolves to whether the session has ended. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post('/api/auth/sign-out', {})).ok;
  } catch {
    return false;
  }
}
