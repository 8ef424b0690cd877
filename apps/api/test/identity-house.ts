import { once } from 'node:events';
import type { Server } from 'node:http';
import { freePort } from '@wilma/testing';
import { Provider } from 'oidc-provider';

/** What a provider says of somebody. */
export interface Claims {
  readonly email: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

const SECRET = 'only-for-tests-'.repeat(3);

/** A real provider of OpenID Connect on this machine, with people of its own. */
export class IdentityHouse {
  readonly people = new Map<string, Claims>();
  /** Whether it answers with a nonce that nobody sent. */
  confusesNonces = false;
  private server: Server | null = null;

  private constructor(
    readonly id: string,
    private readonly port: number,
    /** Whether it tells names and addresses in the token, rather than on its page for that. */
    private readonly inToken: boolean,
  ) {}

  static async plan(id: string, { inToken }: { inToken: boolean }): Promise<IdentityHouse> {
    return new IdentityHouse(id, await freePort(), inToken);
  }

  get issuer(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** As Wilma is told of it. */
  settings(more: object = {}) {
    const { id, issuer } = this;
    return { id, name: `Haus ${id}`, issuer, clientId: 'wilma', clientSecret: SECRET, ...more };
  }

  /** @param origin of Wilma, to which it sends people back */
  async open(origin: string): Promise<void> {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: 'wilma',
          client_secret: SECRET,
          redirect_uris: [`${origin}/api/auth/callback/${this.id}`],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: !this.inToken,
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ sub, ...this.people.get(sub) }),
      }),
      cookies: { keys: ['only-for-tests'] },
      pkce: { required: () => true },
    });
    provider.use(async (context, next) => {
      if (this.confusesNonces && context.path === '/auth') {
        context.query = { ...context.query, nonce: 'somebody-else' };
      }
      await next();
    });
    this.server = provider.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A browser as far as redirections and cookies go; of the provider's forms it fills in a name. */
export class Wanderer {
  private readonly jars = new Map<string, Map<string, string>>();

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string>), cookie: this.cookiesAt(origin) },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    return response;
  }

  cookiesAt(origin: string): string {
    return [...(this.jars.get(origin) ?? [])].map((pair) => pair.join('=')).join('; ');
  }

  /** Follows a provider's pages as somebody. @returns the first address below `until` */
  async signInAs(login: string, start: string, until: string): Promise<string> {
    let here = start;
    let response = await this.go(here);
    for (let step = 0; step < 15; step += 1) {
      const next = response.headers.get('location');
      if (next !== null) {
        here = new URL(next, here).href;
        if (here.startsWith(until)) return here;
        response = await this.go(here);
        continue;
      }
      const page = await response.text();
      const action = /action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
      if (action === undefined) throw new Error(`${String(response.status)} ${page.slice(0, 300)}`);
      response = await this.go(new URL(action, here).href, {
        method: 'POST',
        body: new URLSearchParams({ prompt, login, password: 'x' }),
      });
    }
    throw new Error('the provider leads nowhere');
  }
}
