import { Controller, Get, Header, Inject, Logger, Res } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Clock, Config, type Limit, Limiter, withoutAddresses } from '@wilma/platform';
import { OwnDataReader, ownDataPage, type SectionData } from '@wilma/privacy';
import type { Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';
import { Acting } from '../auth/viewer.js';

/** Every table is read for it. */
const LIMIT: Limit = { points: 10, seconds: 60, counted: 'TOGETHER' };
const NEVER_KEPT = ['Cache-Control', 'no-store'] as const;

/** Everything that is known about whoever is signed in, for them alone. */
@Controller('me')
export class OwnDataController {
  private readonly log = new Logger(OwnDataController.name);

  constructor(
    private readonly data: OwnDataReader,
    private readonly clock: Clock,
    private readonly limiter: Limiter,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('data.json')
  @Header(...NEVER_KEPT)
  async file(@Acting() actor: AccountActor, @Res() response: Response): Promise<void> {
    await this.limiter.consume('ownData', actor.accountId, LIMIT);
    const pieces = this.data.json(actor);
    // What fails before anything was sent is told as any other failure.
    const first = await pieces.next();
    response.type('json').attachment('wilma-data.json');
    response.write(first.value);
    try {
      for await (const piece of pieces) response.write(piece);
      response.end();
    } catch (error) {
      this.log.error(withoutAddresses(`own data: ${String(error)}`));
      // Cut short, so that nobody takes it for whole.
      response.destroy();
    }
  }

  @Get('data.html')
  @Header(...NEVER_KEPT)
  async page(@Acting() actor: AccountActor, @Res() response: Response): Promise<void> {
    await this.limiter.consume('ownData', actor.accountId, LIMIT);
    const sections: SectionData[] = [];
    for await (const section of this.data.sections(actor)) sections.push(section);
    const { operatorName: name, imprintUrl, publicUrl } = this.config;
    const page = ownDataPage({
      locale: requestLocale(),
      operator: { name, imprintUrl, publicUrl },
      sections,
      at: this.clock.now(),
      fileUrl: '/me/data.json',
    });
    response.type('html').send(page);
  }
}
