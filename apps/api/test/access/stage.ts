import { randomUUID } from 'node:crypto';
import type { MatchState, PostingKind, Side } from '@wilma/domain';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type PostingPlan,
} from '@wilma/testing';
import { ApiInProcess } from '../in-process.js';
import type { Kind, Viewer } from './table.js';

/** Who looks at what. */
export interface Cell {
  readonly viewer: Viewer;
  readonly kind: Kind;
}

/** Kinds in which the viewer has a side of the match. */
const SIDED: readonly Kind[] = ['asked', 'met', 'own'];

type Columns = Readonly<Record<string, unknown>>;

/** Somebody with what is theirs; nothing is the visitor's. */
export interface Player {
  readonly client: GraphqlClient;
  readonly account: string;
  readonly email: string;
  /** Id of the organisation that they act for, and of a second one. */
  readonly own: string;
  readonly second: string;
  /** The side on which their postings stand. */
  readonly side: Side;
}

const ROLES = {
  company: { role: 'MEMBER', kind: 'COMPANY', side: 'NEED' },
  researcher: { role: 'MEMBER', kind: 'UNIVERSITY', side: 'OFFER' },
  coordinator: { role: 'COORDINATOR', kind: 'COMPANY', side: 'NEED' },
  administrator: { role: 'ADMIN', kind: 'UNIVERSITY', side: 'OFFER' },
} as const;

const NOBODY = { account: '', email: '', own: '', second: '', side: 'NEED' } as const;

/** What no request of these tests writes on its own account. */
const UNWATCHED = ['session', 'rateLimit', 'written', 'idempotent_request'];

/** Notes every row that is written; what is rolled back leaves no note. */
const WATCH_SQL = `
  CREATE TABLE written (what text NOT NULL);
  CREATE FUNCTION note_writing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN INSERT INTO public.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
  DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT schemaname, tablename FROM pg_tables
              WHERE schemaname IN ('public', 'auth')
                AND tablename <> ALL ('{${UNWATCHED.join()}}') LOOP
      EXECUTE format('CREATE TRIGGER zz_note_writing AFTER INSERT OR UPDATE OR DELETE ON %I.%I
        FOR EACH ROW EXECUTE FUNCTION note_writing()', t.schemaname, t.tablename);
    END LOOP; END $$`;

/** The five viewers, and fresh subjects for them. */
export class Stage {
  /** Foreign organisations for each side. */
  private readonly foreign: Record<Side, string>;

  private constructor(
    readonly api: ApiInProcess,
    readonly players: Readonly<Record<Viewer, Player>>,
    foreign: Record<Side, string>,
    /** Somebody of no organisation here. */
    readonly stranger: string,
    /** A coordinator of no organisation. */
    readonly keeper: string,
    /** Id of a tag that waits for a decision. */
    readonly suggestedTag: string,
  ) {
    this.foreign = foreign;
  }

  static async build(): Promise<Stage> {
    const api = await ApiInProcess.start({ UNDO_SECONDS: '30' });
    const { database } = api;
    const players: Partial<Record<Viewer, Player>> = {
      visitor: { ...NOBODY, client: new GraphqlClient(api.origin) },
    };
    for (const [viewer, { role, kind, side }] of Object.entries(ROLES)) {
      const own = await buildOrganisation(database, { kind, name: `Own of ${viewer}` });
      const second = await buildOrganisation(database, { kind, name: `Second of ${viewer}` });
      const { id, email } = await buildAccount(database, { role, organisations: [own, second] });
      const client = await api.signIn({ email });
      players[viewer as Viewer] = { client, account: id, email, own, second, side };
    }
    const foreign = {
      NEED: await buildOrganisation(database, { name: 'Foreign company' }),
      OFFER: await buildOrganisation(database, { name: 'Foreign uni', kind: 'UNIVERSITY' }),
    };
    const { id: stranger } = await buildAccount(database);
    const suggested = await database.insert('tag', { id: 'suggested', state: 'SUGGESTED' });
    await database.query('UPDATE vocabulary SET revision = revision + 1');
    const { id: keeper } = await buildAccount(database, { role: 'COORDINATOR' });
    await database.query(WATCH_SQL);
    return new Stage(api, players as Record<Viewer, Player>, foreign, stranger, keeper, suggested);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  /** The tables that were written to since this was asked last. */
  async written(): Promise<string[]> {
    const rows = await this.database.query<{ what: string }>('DELETE FROM written RETURNING what');
    return [...new Set(rows.map(({ what }) => what))].sort();
  }

  get database() {
    return this.api.database;
  }

  player({ viewer }: Cell): Player {
    return this.players[viewer];
  }

  /** The viewer's organisation, or that of others on the same side. */
  organisation({ viewer, kind }: Cell): string {
    if (kind === 'missing') return randomUUID();
    const { own, side } = this.players[viewer];
    return kind === 'own' ? own : this.foreign[side];
  }

  /** The viewer's account, or that of others. */
  account(cell: Cell): string {
    const { account } = this.player(cell);
    return cell.kind === 'own' && account !== '' ? account : this.stranger;
  }

  async emailOf(account: string): Promise<string> {
    const sql = 'SELECT email FROM auth."user" WHERE id = $1';
    const [row] = await this.database.query<{ email: string }>(sql, [account]);
    return row?.email ?? '';
  }

  /** Id of a posting of the viewer or of others; columns are those of the database. */
  async posting(
    cell: Cell,
    kind: PostingKind,
    { columns = {}, ...plan }: Partial<PostingPlan> & { readonly columns?: Columns } = {},
  ): Promise<string> {
    if (cell.kind === 'missing') return randomUUID();
    const id = await buildPosting(this.database, kind, {
      organisation: this.organisation(cell),
      visibility: cell.kind === 'blinded' ? 'BLINDED' : 'NAMED',
      ...plan,
    });
    await this.set('posting', id, columns);
    return id;
  }

  /**
   * Id of a match of the viewer's side or of others. Both of its postings are blinded where others'
   * are wanted so, of one that is looked at from its side the other posting.
   */
  async match(cell: Cell, state: MatchState, columns: Columns = {}): Promise<string> {
    if (cell.kind === 'missing') return randomUUID();
    const { own, side } = this.player(cell);
    const isInside = SIDED.includes(cell.kind);
    const posting = (kind: Side): Promise<string> => {
      const isOwn = isInside && kind === side;
      const isBlinded = cell.kind === 'blinded' || (cell.kind !== 'own' && isInside && !isOwn);
      return buildPosting(this.database, kind, {
        organisation: isOwn ? own : this.foreign[kind],
        visibility: isBlinded ? 'BLINDED' : 'NAMED',
      });
    };
    const need = await posting('NEED');
    const id = await buildMatch(this.database, { need, offer: await posting('OFFER'), state });
    await this.set('match', id, columns);
    return id;
  }

  /** A match whose sides were asked and have said nothing yet. */
  asked(cell: Cell, columns: Columns = {}): Promise<string> {
    return this.match(cell, 'APPROVED', { asked_at: new Date(), ...columns });
  }

  /** Id of a fresh row, or of none. */
  row(cell: Cell, table: string, columns: Columns): Promise<string> {
    if (cell.kind === 'missing') return Promise.resolve(randomUUID());
    return this.database.insert(table, columns);
  }

  async set(table: string, id: string, columns: Columns): Promise<void> {
    const names = Object.keys(columns);
    if (names.length === 0) return;
    const places = names.map((name, at) => `"${name}" = $${String(at + 2)}`);
    await this.database.query(`UPDATE ${table} SET ${places.join()} WHERE id = $1`, [
      id,
      ...Object.values(columns),
    ]);
  }
}
