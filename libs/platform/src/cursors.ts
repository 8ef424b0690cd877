import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { badInput } from '@wilma/domain';
import { z } from 'zod';
import { Config } from './config.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const AT_LEAST_BYTES = NONCE_BYTES + TAG_BYTES;

const content = z.tuple([z.string(), z.uuid()]);

/** Where a row stands in a list: its place as PostgreSQL writes it, and its id. */
export type Position = z.infer<typeof content>;

/**
 * Cursors that only this service can make and read. They carry the position itself, so that
 * nothing is looked up for whoever brings the id of a row that they may not see.
 */
@Injectable()
export class Cursors {
  private readonly key: Uint8Array;

  constructor(@Inject(Config) { authSecret }: Pick<Config, 'authSecret'>) {
    this.key = new Uint8Array(hkdfSync('sha256', authSecret, '', 'cursor', 32));
  }

  /** @param order what the list is ordered by; the cursor holds for no other */
  seal(order: string, position: Position): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(order));
    const sealed = [cipher.update(JSON.stringify(position)), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
  }

  /** @throws DomainError BAD_USER_INPUT where the cursor was not made here, for this order */
  open(order: string, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length < AT_LEAST_BYTES) throw badCursor();
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(order))
      .setAuthTag(bytes.subarray(NONCE_BYTES, AT_LEAST_BYTES));
    const text = decipher.update(bytes.subarray(AT_LEAST_BYTES));
    try {
      return content.parse(JSON.parse(Buffer.concat([text, decipher.final()]).toString()));
    } catch {
      throw badCursor();
    }
  }
}

const badCursor = () => badInput({ path: 'after', problem: 'badCursor' });
