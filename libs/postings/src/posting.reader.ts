import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type Actor,
  ERASED_MAIL,
  notFound,
  organisationsOf,
  type PostingKind,
  VISITOR,
} from '@wilma/domain';
import { Organisation } from '@wilma/identity';
import { abilitySql, Database, isUuid } from '@wilma/platform';
import { Brackets, In } from 'typeorm';
import type { Contact } from './contact.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { allowedOrReleased, allowedPostings, ownedBy, POSTING_FACTS } from './posting-access.js';
import { Posting } from './posting.entity.js';
import { PostingTag } from './posting-tag.entity.js';

/**
 * Reads postings as one viewer may see them. Lists cost a constant number of statements. Owners,
 * contacts and confidential texts come from statements of their own, with the rights for them.
 */
@Injectable()
export class PostingReader {
  constructor(private readonly database: Database) {}

  /** @throws DomainError NOT_FOUND where there is none or the viewer may not see it. */
  async byId<K extends PostingKind>(
    actor: Actor,
    kind: K,
    id: string,
  ): Promise<K extends 'NEED' ? Need : Offer> {
    if (!isUuid(id)) throw notFound();
    const query = this.database
      .readAs(actor)
      .createQueryBuilder(Posting, 'posting')
      .where('posting.id = :id AND posting.kind = :kind', { id, kind });
    const posting = await allowedPostings(query, actor, 'read').getOne();
    if (posting === null) throw notFound();
    return posting as K extends 'NEED' ? Need : Offer;
  }

  /** By id, where the viewer may see them; for loaders. */
  async visible(actor: Actor, ids: readonly string[]): Promise<(Posting | null)[]> {
    const query = this.database
      .readAs(actor)
      .createQueryBuilder(Posting, 'posting')
      .where('posting.id = ANY(:ids)', { ids });
    return inOrder(ids, await allowedPostings(query, actor, 'read').getMany(), ({ id }) => id);
  }

  /**
   * Whether the viewer may notice that a posting changed just now. Of a blinded one the moment
   * would tell whose it is, to all who do not know.
   */
  async isNoticed(actor: Actor, id: string, mine: boolean): Promise<boolean> {
    const query = this.database
      .readAs(actor)
      .createQueryBuilder(Posting, 'posting')
      .where('posting.id = :id', { id });
    allowedPostings(query, actor, 'read').andWhere(
      new Brackets((either) =>
        either
          .where(`posting.visibility <> 'BLINDED'`)
          .orWhere(...allowedOrReleased(actor, 'readOwner')),
      ),
    );
    if (mine) {
      query.andWhere(ownedBy(':mine'), { mine: organisationsOf(actor) });
    }
    return query.getExists();
  }

  /** Public parts by id, for postings that the viewer sees through a match of theirs. */
  async partsOfMatches(ids: readonly string[]): Promise<(Posting | null)[]> {
    const found = await this.database.readAs(VISITOR).findBy(Posting, { id: In([...ids]) });
    return inOrder(ids, found, ({ id }) => id);
  }

  /** Tags in their author's order; what is not approved is for the owner and staff. */
  async tagsOf(actor: Actor, ids: readonly string[]): Promise<PostingTag[][]> {
    const all = abilitySql(abilityOf(actor), ['readConfidential', 'Posting'], POSTING_FACTS);
    const found = await this.database
      .readAs(actor)
      .createQueryBuilder(PostingTag, 'carried')
      .innerJoin('carried.tag', 'tag')
      .innerJoin('carried.posting', 'posting')
      .where('carried.posting_id = ANY(:ids)', { ids })
      .andWhere(`(tag.state = 'APPROVED' OR ${all.sql})`, all.parameters)
      .orderBy('carried.position')
      .getMany();
    return ids.map((id) => found.filter(({ postingId }) => postingId === id));
  }

  /** Owners, for those postings alone whose owner the viewer may know. */
  async ownersOf(actor: Actor, ids: readonly string[]): Promise<(Organisation | null)[]> {
    const rows = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .innerJoinAndMapOne(
        'posting.organisation',
        Organisation,
        'organisation',
        'organisation.id = posting.organisation_id',
      )
      .where('posting.id = ANY(:ids)', { ids })
      .andWhere(...allowedOrReleased(actor, 'readOwner'))
      .getMany();
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.organisation ?? null);
  }

  /** Programmes that postings count towards: told to whom the owner is known. */
  async programmesOf(actor: Actor, ids: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .addSelect('posting.programmeId')
      .where('posting.id = ANY(:ids)', { ids })
      .andWhere(...allowedOrReleased(actor, 'readOwner'))
      .getMany();
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.programmeId ?? null);
  }

  /** Contacts: for one's own postings, for staff, and for whom they were released to. */
  async contactsOf(actor: Actor, ids: readonly string[]): Promise<(Contact | null)[]> {
    const rows = await this.select(actor, ids, 'readContact', [
      'posting.contact.salutation',
      'posting.contact.academicTitle',
      'posting.contact.name',
      'posting.contact.mail',
      'posting.contact.phone',
    ]);
    return rows.map((row) => (row?.contact.mail === ERASED_MAIL ? null : (row?.contact ?? null)));
  }

  /** Confidential texts, review notes: for the owner and staff. */
  async confidentialOf(actor: Actor, ids: readonly string[]): Promise<(Posting | null)[]> {
    return this.select(actor, ids, 'readConfidential', [
      'posting.confidential',
      'posting.reviewNote',
      'posting.confirmation',
      'posting.neverMatchWith',
    ]);
  }

  /** Whether the viewer's own organisations posted them. */
  async areMine(actor: Actor, ids: readonly string[]): Promise<boolean[]> {
    const own = organisationsOf(actor);
    if (own.length === 0) return ids.map(() => false);
    const found = await this.database
      .readAs(actor)
      .createQueryBuilder(Posting, 'posting')
      .where('posting.id = ANY(:ids)', { ids })
      .andWhere(ownedBy(':own'), { own })
      .getMany();
    return inOrder(ids, found, ({ id }) => id).map((row) => row !== null);
  }

  private async select(
    actor: Actor,
    ids: readonly string[],
    action: 'readConfidential' | 'readContact',
    columns: string[],
  ): Promise<(Posting | null)[]> {
    const query = this.database.read
      .createQueryBuilder(Posting, 'posting')
      .select(['posting.id', 'posting.kind', ...columns])
      .where('posting.id = ANY(:ids)', { ids });
    if (action === 'readContact') query.andWhere(...allowedOrReleased(actor, action));
    else allowedPostings(query, actor, action);
    return inOrder(ids, await query.getMany(), ({ id }) => id);
  }
}

function inOrder<T>(ids: readonly string[], rows: T[], idOf: (row: T) => string): (T | null)[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id) ?? null);
}
