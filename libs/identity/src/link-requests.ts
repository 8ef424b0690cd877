import { Injectable } from '@nestjs/common';
import { type LinkPurpose, SYSTEM } from '@wilma/domain';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { LessThan } from 'typeorm';
import { LinkRequest } from './link-request.entity.js';
import { MailedLinks } from './mailed-links.js';

export interface WantedLink {
  readonly purpose: LinkPurpose;
  readonly address: string;
  readonly token: string;
  /** Page of ours to go on to. */
  readonly nextPage?: string | undefined;
}

/** Keeps who wants a link by mail until the worker has written it. */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly links: MailedLinks,
    private readonly clock: Clock,
  ) {}

  /** The same work whether or not the address is anybody's. @throws Error on a token not of ours */
  async store({ purpose, address, token, nextPage }: WantedLink): Promise<void> {
    const asked = this.links.read(purpose, token);
    if (asked === null) throw new Error('the token was not made here');
    await this.database.transaction(async (tx) => {
      const request = { ...asked, address: address.toLowerCase(), nextPage: nextPage ?? null };
      await tx.insert(LinkRequest, request);
      await this.events.record(tx, SYSTEM, 'account.link-requested', { request: asked.id });
    });
  }

  /** Takes a request out; null where it was taken before, or has ended. */
  async take(tx: Tx, id: string): Promise<LinkRequest | null> {
    const request = await tx.findOneBy(LinkRequest, { id });
    if (request === null) return null;
    const { affected } = await tx.delete(LinkRequest, { id });
    return affected === 1 && request.expiresAt > this.clock.now() ? request : null;
  }

  /** Those that no worker has taken in time. */
  async forget(): Promise<void> {
    await this.database.read.delete(LinkRequest, { expiresAt: LessThan(this.clock.now()) });
  }
}
