import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@wilma/domain';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Config } from './config.js';

/** So much is allowed to one person or address in so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** Where it is counted: by all processes together, or by each for itself, which costs nothing. */
  readonly counted: 'HERE' | 'TOGETHER';
}

type Counter = Pick<RateLimiterMemory, 'consume' | 'delete'>;

/** Counts what people do and refuses what is too much; nothing is counted with `RATE_LIMITS=0`. */
@Injectable()
export class Limiter {
  private readonly counters = new Map<string, Counter>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(Config) private readonly config: Config,
  ) {}

  /**
   * @param who an account's id or an address; kept as a digest
   * @param times how often it is asked for at once
   * @throws DomainError RATE_LIMITED
   */
  async consume(what: string, who: string, limit: Limit, times = 1): Promise<void> {
    if ((await this.waitFor(what, who, limit, times)) > 0) {
      throw new DomainError('RATE_LIMITED', `too much of ${what}`);
    }
  }

  /** Counts likewise. @returns after how many seconds to come again; 0 where it is allowed now */
  async waitFor(what: string, who: string, limit: Limit, times = 1): Promise<number> {
    if (!this.config.rateLimits) return 0;
    try {
      await this.counterOf(limit).consume(this.keyOf(what, who), times);
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }

  /** Forgets what was counted. */
  async forget(what: string, who: string, limit: Limit): Promise<void> {
    if (this.config.rateLimits) await this.counterOf(limit).delete(this.keyOf(what, who));
  }

  private keyOf(what: string, who: string): string {
    const digest = createHmac('sha256', this.config.authSecret).update(who).digest('base64url');
    return `${what}:${digest}`;
  }

  private counterOf(limit: Limit): Counter {
    const { points, seconds, counted } = limit;
    const name = `${counted}:${String(points)}/${String(seconds)}`;
    const known = this.counters.get(name);
    if (known !== undefined) return known;
    const options = { points, duration: seconds, keyPrefix: '' };
    const counter =
      counted === 'HERE'
        ? new RateLimiterMemory(options)
        : new RateLimiterPostgres({
            ...options,
            storeClient: this.dataSource,
            storeType: 'typeorm',
            tableName: 'rate_limit',
            tableCreated: true,
            // Someone who has used up their share asks the database no more until it is over.
            inMemoryBlockOnConsumed: points + 1,
          });
    this.counters.set(name, counter);
    return counter;
  }
}
