import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  badInput,
  Bounds,
  conflict,
  demand,
  DomainError,
  fold,
  type Locale,
  notFound,
  stepTag,
  type TagAction,
} from '@wilma/domain';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { editRelations, editWords, rowsOf } from './tag.editor.js';
import { Tag, TagLabel } from './tag.entity.js';
import type { TagPatch } from './tag.input.js';
import type { StoredTag, Vocabulary } from './vocabulary.js';
import { beginRevision, vocabularyOf } from './vocabulary.reader.js';
import { VocabularyService } from './vocabulary.service.js';

/** Suggesting tags, and keeping them: each change with its event, heard of by all processes. */
@Injectable()
export class TagService {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Suggests a word as a new tag, or finds the tag that it means already, however it is written.
   * @throws DomainError BAD_USER_INPUT for a word that coordinators decided against, RATE_LIMITED
   *   where too many suggestions of the same account wait for a decision
   */
  async suggest(actor: AccountActor, label: string, locale: Locale): Promise<StoredTag> {
    demand(actor, 'suggest', 'Tag');
    const known = meantBy(await this.vocabulary.refresh(), label, locale);
    if (known !== undefined) return known;
    const id = await this.database.transaction(async (tx) => {
      const vocabulary = await beginRevision(tx);
      const meant = meantBy(vocabulary, label, locale);
      return meant?.id ?? this.add(tx, actor, vocabulary, [label, locale]);
    });
    return this.stored(id);
  }

  /** Approve, reject, deprecate, reopen. @throws DomainError CONFLICT where its state forbids it */
  async move(
    actor: Actor,
    id: string,
    action: 'approve' | 'deprecate' | 'reject' | 'reopen',
  ): Promise<StoredTag> {
    await this.change(actor, id, async (tx, _vocabulary, tag) => {
      const { state, event } = stepTag(tag.state, action);
      await tx.update(Tag, { id }, { state });
      await this.events.record(tx, actor, event, { tag: id });
      return true;
    });
    return this.stored(id);
  }

  /** Gives a tag another label in one language; the former one becomes a synonym. */
  rename(
    actor: Actor,
    [id, version]: [string, number],
    label: string,
    locale: Locale,
  ): Promise<StoredTag> {
    return this.edited(actor, [id, version], 'rename', (vocabulary) => {
      const own = vocabulary.ownWords(id, locale);
      const synonyms = [...own.synonyms, ...(own.label === null ? [] : [own.label])];
      return { label: { [locale]: label }, synonyms: { [locale]: synonyms } };
    });
  }

  /**
   * Edits words and relations.
   * @throws DomainError BAD_USER_INPUT on a word of another tag, an unknown tag, or a circle
   */
  edit(actor: Actor, at: [string, number], patch: TagPatch): Promise<StoredTag> {
    return this.edited(actor, at, 'edit', () => patch);
  }

  private async edited(
    actor: Actor,
    [id, version]: [string, number],
    action: TagAction,
    patchOf: (vocabulary: Vocabulary) => TagPatch,
  ): Promise<StoredTag> {
    await this.change(actor, id, async (tx, vocabulary, tag) => {
      stepTag(tag.state, action);
      if (tag.version !== version) throw conflict('the tag was changed meanwhile');
      const patch = patchOf(vocabulary);
      const words = await editWords(tx, vocabulary, tag, patch);
      const isMoved = await editRelations(tx, vocabulary, tag, patch);
      if (isMoved && (await vocabularyOf(tx)).circle() !== null) {
        throw badInput({ path: 'broader', problem: 'tagCircle' });
      }
      if (words === 'label') await this.events.record(tx, actor, 'tag.renamed', { tag: id });
      if (words === 'synonyms') await this.events.record(tx, actor, 'tag.edited', { tag: id });
      if (isMoved) await this.events.record(tx, actor, 'tag.moved', { tag: id });
      return isMoved || words !== 'nothing';
    });
    return this.stored(id);
  }

  /** Lets a curator change a tag; what `work` did not change has no new version. */
  private async change(
    actor: Actor,
    id: string,
    work: (tx: Tx, vocabulary: Vocabulary, tag: StoredTag) => Promise<boolean>,
  ): Promise<void> {
    demand(actor, 'curate', 'Tag');
    await this.database.transaction(async (tx) => {
      const vocabulary = await beginRevision(tx);
      const tag = vocabulary.get(id);
      if (tag === undefined) throw notFound();
      const isChanged = await work(tx, vocabulary, tag);
      if (isChanged) await tx.increment(Tag, { id }, 'version', 1);
    });
  }

  private async add(
    tx: Tx,
    actor: AccountActor,
    vocabulary: Vocabulary,
    [label, locale]: [string, Locale],
  ): Promise<string> {
    const open = vocabulary
      .inState('SUGGESTED')
      .filter(({ suggestedBy }) => suggestedBy === actor.accountId);
    if (open.length >= Bounds.openSuggestions.max) {
      throw new DomainError('RATE_LIMITED', 'too many suggestions wait for a decision');
    }
    const id = freeId(label, vocabulary);
    await tx.insert(Tag, {
      id,
      state: 'SUGGESTED',
      wordsBy: 'CURATOR',
      relationsBy: 'CURATOR',
      suggestedBy: actor.accountId,
      suggestedAt: this.clock.now(),
    });
    await tx.insert(TagLabel, rowsOf(id, locale, { label, synonyms: [] }));
    await this.events.record(tx, actor, 'tag.suggested', { tag: id });
    return id;
  }

  /** What is committed, so that whoever changed it reads what they wrote. */
  private async stored(id: string): Promise<StoredTag> {
    const tag = (await this.vocabulary.refresh()).get(id);
    if (tag === undefined) throw notFound();
    return tag;
  }
}

/** @throws DomainError BAD_USER_INPUT where the word was decided against */
function meantBy(vocabulary: Vocabulary, label: string, locale: Locale): StoredTag | undefined {
  const tag = vocabulary.meaningOf(label, locale) ?? vocabulary.meaningOf(label);
  if (tag?.state === 'DEPRECATED') throw badInput({ path: 'label', problem: 'tagRetired' });
  return tag;
}

/** An id that can be read, in the manner of the files. */
function freeId(label: string, vocabulary: Vocabulary): string {
  const base =
    fold(label)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'tag';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${String(n)}`;
    if (vocabulary.get(id) === undefined) return id;
  }
}
