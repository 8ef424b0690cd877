import type { TagGraph } from '@wilma/domain';
import type { TagFacts } from './features.js';
import type { Mention, ReadText } from './mentions.js';
import { Neighbours, type Vote } from './neighbours.js';

/** A text whose tags people chose. */
export interface TaggedText {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
}

/** How a training text is read: its terms, and the tags that it mentions. */
export interface Reader {
  readonly read: (text: string) => ReadText;
  readonly termsOf: (read: ReadText) => string[];
  readonly mentionsIn: (read: ReadText) => ReadonlyMap<string, readonly Mention[]>;
}

type Experience = Pick<TagFacts, 'both' | 'mentioned' | 'tagged'>;

const add = (counts: Map<string, number>, tag: string): unknown =>
  counts.set(tag, (counts.get(tag) ?? 0) + 1);

/** What tagged texts teach: which tags similar ones carry, and which mentions were meant. */
export class Training {
  private readonly neighbours: Neighbours;
  private readonly tagged = new Map<string, number>();
  private readonly mentioned = new Map<string, number>();
  private readonly both = new Map<string, number>();
  private readonly own = new Map<
    string,
    { readonly mentioned: ReadonlySet<string>; readonly tags: ReadonlySet<string> }
  >();

  constructor(graph: TagGraph, texts: readonly TaggedText[], reader: Reader) {
    const documents = texts.map(({ id, text, tags }) => {
      const read = reader.read(text);
      const known = new Set(tags.filter((tag) => graph.has(tag)));
      this.count(id, new Set(reader.mentionsIn(read).keys()), known);
      return { id, tags: [...known], terms: reader.termsOf(read) };
    });
    this.neighbours = new Neighbours(documents);
  }

  private count(id: string, mentioned: ReadonlySet<string>, tags: ReadonlySet<string>): void {
    this.own.set(id, { mentioned, tags });
    for (const tag of mentioned) {
      add(this.mentioned, tag);
      if (tags.has(tag)) add(this.both, tag);
    }
    for (const tag of tags) add(this.tagged, tag);
  }

  /** @param but the id of a training text that is not asked: itself, when the tagger learns */
  votesFor(terms: readonly string[], but?: string): ReadonlyMap<string, Vote> {
    return this.neighbours.votesFor(terms, but);
  }

  experienceOf(tag: string, but?: string): Experience {
    const own = but === undefined ? undefined : this.own.get(but);
    const isMentioned = own?.mentioned.has(tag) === true;
    const isTagged = own?.tags.has(tag) === true;
    return {
      tagged: (this.tagged.get(tag) ?? 0) - Number(isTagged),
      mentioned: (this.mentioned.get(tag) ?? 0) - Number(isMentioned),
      both: (this.both.get(tag) ?? 0) - Number(isMentioned && isTagged),
    };
  }
}
