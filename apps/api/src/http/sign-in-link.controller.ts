import {
  Controller,
  Get,
  Header,
  HttpStatus,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { Auth, MailedLinks } from '@wilma/identity';
import { Config, operatorOf, type PageFrame, signInLinkPage, usedLinkPage } from '@wilma/platform';
import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';
import { Public } from '../auth/viewer.js';

/**
 * The page behind the link that signs somebody in. Looking at it changes nothing, since scanners
 * follow links and use them up; its button posts.
 */
@Public()
@Controller('sign-in-link')
export class SignInLinkController {
  constructor(
    private readonly auth: Auth,
    private readonly links: MailedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  show(@Param('token') token: string, @Res() response: Response): void {
    if (this.links.read('SIGN_IN', token) === null) this.refuse(response);
    else response.status(HttpStatus.OK).type('html').send(signInLinkPage(this.frame()));
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async signIn(
    @Param('token') token: string,
    @Query('to') to: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    // Another site must not sign somebody in as somebody else.
    const site = request.headers['sec-fetch-site'];
    const isOurs = site === undefined || site === 'same-origin' || site === 'none';
    const isValid = isOurs && this.links.read('SIGN_IN', token) !== null;
    const headers = fromNodeHeaders(request.headers);
    const done = isValid
      ? await this.auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
      : null;
    const cookies = done?.ok === true ? done.headers.getSetCookie() : [];
    if (cookies.length === 0) {
      this.refuse(response);
      return;
    }
    response.setHeader('Set-Cookie', cookies);
    // The app goes on from there, to pages of its own only.
    const next = typeof to === 'string' ? `?to=${encodeURIComponent(to)}` : '';
    response.redirect(HttpStatus.SEE_OTHER, `/sign-in${next}`);
  }

  private frame(): PageFrame {
    return { locale: requestLocale(), operator: operatorOf(this.config) };
  }

  private refuse(response: Response): void {
    response.status(HttpStatus.NOT_FOUND).type('html').send(usedLinkPage(this.frame()));
  }
}
