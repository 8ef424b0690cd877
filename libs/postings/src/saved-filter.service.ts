import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  badInput,
  Bounds,
  demand,
  notFound,
  type PostingKind,
} from '@wilma/domain';
import { lockAccount } from '@wilma/identity';
import { Clock, Database, EventLog, isUuid } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import type { PostingFilter } from './posting.input.js';
import { SavedFilter } from './saved-filter.entity.js';
import { type ChosenFilter, chosenIn, storedOf } from './stored-filter.js';

export interface FilterToSave {
  readonly kind: PostingKind;
  readonly name: string;
  readonly filter: PostingFilter;
}

/** Filters that people keep under a name: each has their own, and only these. */
@Injectable()
export class SavedFilterService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  /** One's own, by name. */
  of(actor: AccountActor, kind: PostingKind): Promise<SavedFilter[]> {
    demand(actor, 'read', { is: 'Account', id: actor.accountId });
    return this.database.read
      .createQueryBuilder(SavedFilter, 'saved')
      .where('saved.account_id = :account', { account: actor.accountId })
      .andWhere('saved.kind = :kind', { kind })
      .orderBy('saved.name COLLATE "de-x-icu"')
      .addOrderBy('saved.id')
      .limit(Bounds.savedFilters.max)
      .getMany();
  }

  /** @throws DomainError BAD_USER_INPUT where there are as many as one may have */
  save(actor: AccountActor, { kind, name, filter }: FilterToSave): Promise<SavedFilter> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    return this.database.transaction(async (tx) => {
      // One at a time for each person, so that two requests do not go past the bound.
      await lockAccount(tx, accountId);
      const { max } = Bounds.savedFilters;
      if ((await tx.countBy(SavedFilter, { accountId })) >= max) {
        throw badInput({ path: 'name', problem: 'tooMany', values: { max } });
      }
      const saved = tx.create(SavedFilter, { accountId, kind, name, filter: storedOf(filter) });
      saved.createdAt = this.clock.now();
      await tx.insert(SavedFilter, saved);
      await this.events.record(tx, actor, 'filter.saved', eventOf(actor, saved.id));
      return tx.findOneByOrFail(SavedFilter, { id: saved.id });
    });
  }

  /** @throws DomainError NOT_FOUND where it is none of theirs */
  rename(actor: AccountActor, id: string, name: string): Promise<SavedFilter> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.update(SavedFilter, { id, accountId }, { name });
      if (affected !== 1) throw notFound();
      await this.events.record(tx, actor, 'filter.renamed', eventOf(actor, id));
      return tx.findOneByOrFail(SavedFilter, { id });
    });
  }

  /** @throws DomainError NOT_FOUND where it is none of theirs */
  delete(actor: AccountActor, id: string): Promise<void> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(SavedFilter, { id, accountId });
      if (affected !== 1) throw notFound();
      await this.events.record(tx, actor, 'filter.deleted', eventOf(actor, id));
    });
  }

  async chosenIn({ filter }: SavedFilter): Promise<ChosenFilter> {
    return chosenIn(filter, await this.vocabulary.current());
  }
}

const eventOf = ({ accountId: account }: AccountActor, filter: string) => ({ account, filter });
