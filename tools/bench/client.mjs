// A user's program: signs in, asks over HTTP, listens over a WebSocket.
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Signs a demo account in at the API at `origin`. */
export async function signIn(origin, email) {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: 'wilma-demo' }),
  });
  if (!answer.ok) throw new Error(`signing in as ${email}: ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Client(origin, cookies.join('; '));
}

class Client {
  #origin;
  #cookie;

  constructor(origin, cookie) {
    this.#origin = origin;
    this.#cookie = cookie;
  }

  /** Resolves with the data; rejects with the errors. */
  async ask(query, variables) {
    const answer = await fetch(`${this.#origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    return data;
  }

  /** Calls `hear` with the data of every event until the result is called. */
  async listen(query, hear) {
    const headers = { cookie: this.#cookie };
    class SignedInSocket extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers });
      }
    }
    const url = `${this.#origin.replace('http', 'ws')}/graphql`;
    const options = { webSocketImpl: SignedInSocket, lazy: false, retryAttempts: 0 };
    const socket = await new Promise((connected, failed) => {
      const client = createClient({ url, ...options, onNonLazyError: failed });
      client.on('connected', () => connected(client));
    });
    const nothing = () => undefined;
    socket.subscribe(
      { query },
      { next: ({ data }) => hear(data), error: nothing, complete: nothing },
    );
    return () => socket.dispose();
  }
}
