import { Controller, Get, Header, HttpStatus, Inject, Param, Post, Res } from '@nestjs/common';
import { AccountService, type Account, DigestChoices } from '@wilma/identity';
import { UnsubscribeLinks } from '@wilma/notifications';
import {
  Config,
  invalidLinkPage,
  type PageFrame,
  unsubscribedPage,
  unsubscribePage,
} from '@wilma/platform';
import type { Response } from 'express';
import { Public } from '../auth/viewer.js';
import { requestLocale } from '../auth/request-viewer.js';

/**
 * The page behind the link by which digests end. Looking at it changes nothing, since scanners
 * follow links; its button posts, and so do mail programs with one click (RFC 8058). Both get a
 * page at once: mail programs follow no redirection.
 */
@Public()
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly links: UnsubscribeLinks,
    private readonly accounts: AccountService,
    private readonly choices: DigestChoices,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const id = this.links.read(token);
    const [account = null] = id === null ? [] : await this.accounts.byIds([id]);
    if (account === null) {
      this.refuse(response);
      return;
    }
    const isWanted = await this.choices.isWanted(account.id);
    const page = isWanted ? unsubscribePage : unsubscribedPage;
    this.send(response, HttpStatus.OK, page(this.frame(account)));
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async leave(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const id = this.links.read(token);
    const account = id === null ? null : await this.choices.leave(id);
    if (account === null) this.refuse(response);
    else this.send(response, HttpStatus.OK, unsubscribedPage(this.frame(account)));
  }

  private frame(account: Account | null): PageFrame {
    const { operatorName: name, imprintUrl, publicUrl } = this.config;
    const locale = account?.locale ?? requestLocale();
    return { locale, operator: { name, imprintUrl, publicUrl } };
  }

  private refuse(response: Response): void {
    this.send(response, HttpStatus.NOT_FOUND, invalidLinkPage(this.frame(null)));
  }

  private send(response: Response, status: HttpStatus, page: string): void {
    response.status(status).type('html').send(page);
  }
}
