import { Controller, Get, Header, HttpStatus, Inject, Param, Post, Res } from '@nestjs/common';
import { Config, invalidLinkPage, type PageFrame } from '@wilma/platform';
import { ErasureLinks, ErasureService, keepAccountPage, keptAccountPage } from '@wilma/privacy';
import type { Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';
import { Public } from '../auth/viewer.js';

/**
 * The page behind the link of the mail that tells of an erasure: whoever has the mail keeps the
 * account, even where somebody else can sign in to it. Looking at it changes nothing.
 */
@Public()
@Controller('erasure')
export class ErasureController {
  constructor(
    private readonly links: ErasureLinks,
    private readonly erasures: ErasureService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const id = this.links.read(token);
    if (id === null) {
      this.refuse(response);
      return;
    }
    const open = await this.erasures.byId(id);
    // Deleted with the wish, or once it was carried out: to the reader the link is over.
    if (open?.doneAt) this.refuse(response);
    else if (open) this.send(response, keepAccountPage(this.frame(), open.dueAt));
    else this.send(response, keptAccountPage(this.frame()));
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async keep(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const id = this.links.read(token);
    if (id !== null) await this.erasures.cancelById(id);
    if (id === null || (await this.erasures.byId(id)) !== null) this.refuse(response);
    else this.send(response, keptAccountPage(this.frame()));
  }

  private frame(): PageFrame {
    const { operatorName: name, imprintUrl, publicUrl } = this.config;
    return { locale: requestLocale(), operator: { name, imprintUrl, publicUrl } };
  }

  private send(response: Response, page: string): void {
    response.status(HttpStatus.OK).type('html').send(page);
  }

  private refuse(response: Response): void {
    response.status(HttpStatus.NOT_FOUND).type('html').send(invalidLinkPage(this.frame()));
  }
}
