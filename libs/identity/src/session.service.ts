import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type AccountRole, type Actor, type Locale, VISITOR } from '@wilma/domain';
import { Config, Database, rowsOf } from '@wilma/platform';
import { sessionCookie } from './auth-options.js';

interface SessionRow {
  readonly id: string;
  readonly role: AccountRole;
  readonly locale: Locale;
  readonly isConfirmed: boolean;
  readonly isStale: boolean;
  readonly organisations: string[];
  readonly manages: string[];
}

/** Who sent a request, and the language they chose; visitors chose none. */
export interface Viewer {
  readonly actor: Actor;
  readonly locale: Locale | null;
}

const NOBODY: Viewer = { actor: VISITOR, locale: null };

const SESSION_SQL = `
  SELECT account.id, account.locale, session."updatedAt" < now() - interval '10 minutes' AS "isStale", account."emailVerified" AS "isConfirmed",
         CASE WHEN account."emailVerified" THEN account.role ELSE 'MEMBER' END AS role,
         ARRAY(SELECT organisation_id FROM membership
                WHERE account_id = account.id AND account."emailVerified"
                ORDER BY created_at, organisation_id) AS organisations,
         ARRAY(SELECT organisation_id FROM membership WHERE account_id = account.id
                  AND account."emailVerified" AND membership.role = 'MANAGER') AS manages
    FROM auth.session JOIN auth."user" account ON account.id = session."userId"
   WHERE session.token = $1 AND session."expiresAt" > now()`;

/** People see in their settings when each of their sessions was last used. */
const USED_SQL = 'UPDATE auth.session SET "updatedAt" = now() WHERE token = $1';

/**
 * Finds who is behind a request: better-auth's cookie is checked here and the session read with
 * one statement, since this happens on every request. A test holds it against better-auth.
 * Until its address is confirmed, an account acts for nobody and in no role.
 */
@Injectable()
export class SessionService {
  private readonly cookie: RegExp;

  constructor(
    private readonly database: Database,
    @Inject(Config) private readonly config: Config,
  ) {
    const name = sessionCookie(config).replaceAll('.', '\\.');
    this.cookie = new RegExp(`(?:^|; *)${name}=([^;]+)`);
  }

  /** @param cookies the request's cookie header */
  async viewerOf(cookies: string | undefined): Promise<Viewer> {
    const token = this.tokenIn(cookies);
    if (token === null) return NOBODY;
    const [row] = await rowsOf<SessionRow>(this.database.read, SESSION_SQL, [token]);
    if (row === undefined) return NOBODY;
    if (row.isStale) await this.database.read.query(USED_SQL, [token]);
    const { id: accountId, role, organisations, manages, locale, isConfirmed } = row;
    const actor = { kind: 'ACCOUNT', accountId, role, organisations, manages } as const;
    return { actor: isConfirmed ? actor : { ...actor, isUnconfirmed: true }, locale };
  }

  /** The token of a cookie whose signature holds: `<token>.<base64 HMAC-SHA256>`, URI-encoded. */
  tokenIn(cookies: string | undefined): string | null {
    const raw = this.cookie.exec(cookies ?? '')?.[1];
    if (raw === undefined) return null;
    const value = decoded(raw);
    const dot = value.lastIndexOf('.');
    const token = value.slice(0, dot);
    const expected = createHmac('sha256', this.config.authSecret).update(token).digest();
    const given = Buffer.from(value.slice(dot + 1), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
