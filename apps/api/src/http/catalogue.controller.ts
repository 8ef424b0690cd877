import { All, Body, Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { notFound, type PostingKind } from '@wilma/domain';
import { atomFeed, OaiService } from '@wilma/exchange';
import { Config } from '@wilma/platform';
import { CHANGED, PublicPostingReader } from '@wilma/postings';
import type { Response } from 'express';
import { Public } from '../auth/viewer.js';
import { requestLocale } from '../auth/request-viewer.js';

const KINDS: Readonly<Record<string, PostingKind>> = {
  'needs.atom': 'NEED',
  'offers.atom': 'OFFER',
};
const NEWEST = 50;
/** Readers of feeds come often; nothing here is so new that minutes matter. */
const CACHED = 'public, max-age=300';

/** What is published, for programs of others: feeds and catalogues. */
@Public()
@Controller()
export class CatalogueController {
  constructor(
    private readonly postings: PublicPostingReader,
    private readonly oai: OaiService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('feeds/:name')
  async feed(@Param('name') name: string, @Res() response: Response): Promise<void> {
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind === undefined) throw notFound();
    const { edges } = await this.postings.list({ kind }, CHANGED.NEWEST, { first: NEWEST });
    const { operatorName, imprintUrl, publicUrl } = this.config;
    response
      .setHeader('Cache-Control', CACHED)
      .setHeader('Vary', 'Accept-Language')
      .type('application/atom+xml; charset=utf-8')
      .send(
        atomFeed({
          kind,
          locale: requestLocale(),
          operator: { name: operatorName, imprintUrl, publicUrl },
          self: `${publicUrl}/feeds/${name}`,
          postings: edges.map(({ node }) => node),
        }),
      );
  }

  /** Harvesters may send their arguments either way. */
  @All('oai')
  @Header('Content-Type', 'text/xml; charset=utf-8')
  harvest(
    @Query() query: Record<string, unknown>,
    @Body() body: Record<string, unknown> | undefined,
  ): Promise<string> {
    return this.oai.answer({ ...query, ...body });
  }
}
