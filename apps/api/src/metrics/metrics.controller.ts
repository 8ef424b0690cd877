import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { notFound } from '@wilma/domain';
import { Config, isLoopback } from '@wilma/platform';
import type { Request, Response } from 'express';
import { Public } from '../auth/viewer.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** What proxies add to requests. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Whether a request was made on this machine, for this machine. One that a proxy hands on comes
 * from here as well, but tells so by a header, or by the name that it was sent to.
 */
function isLocal({ ip = '', hostname, headers }: Request): boolean {
  if (FORWARDED.some((name) => name in headers)) return false;
  return isLoopback(hostname) && LOOPBACK.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** For Prometheus; to anybody else it is not there. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!isLocal(request) && !this.hasToken(request)) throw notFound();
    const text = await this.metrics.text();
    response.setHeader('Cache-Control', 'no-store').type(this.metrics.contentType).send(text);
  }

  private hasToken({ headers }: Request): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === null) return false;
    const given = headers.authorization ?? '';
    return timingSafeEqual(digest(given), digest(`Bearer ${metricsToken}`));
  }
}
