import { Controller, Get, Header, HttpStatus, Inject, Param, Post, Res } from '@nestjs/common';
import { type Account, AddressConfirmations } from '@wilma/identity';
import {
  addressConfirmedPage,
  Config,
  confirmAddressPage,
  consentText,
  invalidLinkPage,
  operatorOf,
  type PageFrame,
} from '@wilma/platform';
import type { Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';
import { Public } from '../auth/viewer.js';

/**
 * The page behind the link by which somebody confirms their address. Looking at it changes nothing,
 * since scanners follow links; its button posts.
 */
@Public()
@Controller('confirm-address')
export class ConfirmAddressController {
  constructor(
    private readonly confirmations: AddressConfirmations,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const account = await this.confirmations.opened(token);
    if (account === null) this.refuse(response);
    else if (account.emailVerified) this.thank(response, account);
    else {
      const page = confirmAddressPage(this.frame(account), account.email);
      response.status(HttpStatus.OK).type('html').send(page);
    }
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async confirm(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const account = await this.confirmations.confirmByLink(token, consentText);
    if (account === null) this.refuse(response);
    else this.thank(response, account);
  }

  private frame(account: Account | null): PageFrame {
    return { locale: account?.locale ?? requestLocale(), operator: operatorOf(this.config) };
  }

  private thank(response: Response, account: Account): void {
    response
      .status(HttpStatus.OK)
      .type('html')
      .send(addressConfirmedPage(this.frame(account)));
  }

  private refuse(response: Response): void {
    response
      .status(HttpStatus.NOT_FOUND)
      .type('html')
      .send(invalidLinkPage(this.frame(null)));
  }
}
