import { Injectable } from '@nestjs/common';
import { Organisation } from '@wilma/identity';
import { Database, type PostingView } from '@wilma/platform';
import type { Posting } from '@wilma/postings';
import { areExamples, ContactReader } from './contact.reader.js';
import type { Recipient } from './templates/index.js';

/** A posting as its contact is told of it. */
export interface OwnPostingView {
  readonly posting: Posting;
  readonly recipient: Recipient;
  /** Name of the owner. */
  readonly organisation: string;
  /** As everybody will see it: without its owner where it is blinded. */
  readonly shown: PostingView;
  /** Whether it is an example. */
  readonly demo: boolean;
}

/** Reads what mails and pages about one's own posting say. */
@Injectable()
export class PostingMailReader {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactReader,
  ) {}

  get operator() {
    return this.contacts.operator;
  }

  /** Null where there is no such posting. */
  async view(id: string): Promise<OwnPostingView | null> {
    const posting = await this.contacts.posting(id);
    if (posting === null) return null;
    const owner = await this.database.read.findOneByOrFail(Organisation, {
      id: posting.organisationId,
    });
    return {
      posting,
      recipient: await this.contacts.recipientOf(posting),
      organisation: owner.name,
      shown: shownOf(posting, owner),
      demo: areExamples(posting.title),
    };
  }

  isMember(posting: Posting): Promise<boolean> {
    return this.contacts.isMember(posting);
  }
}

const shownOf = (posting: Posting, owner: Organisation): PostingView => ({
  kind: posting.kind,
  title: posting.title,
  summary: posting.summary,
  organisation: posting.visibility === 'BLINDED' ? null : owner.name,
  district: posting.district,
  sector: posting.sector,
  sizeClass: posting.sizeClass,
  cooperationForms: posting.cooperationForms,
  budget: 'budget' in posting ? (posting.budget as PostingView['budget']) : null,
  startsOn: posting.startsOn,
  trl: posting.trl,
});
