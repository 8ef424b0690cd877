import {
  Body,
  Controller,
  Get,
  Header,
  HttpStatus,
  Inject,
  Param,
  Post,
  Res,
} from '@nestjs/common';
import { Bounds, type FieldProblem } from '@wilma/domain';
import { Auth, MailedLinks } from '@wilma/identity';
import {
  Config,
  operatorOf,
  type PageFrame,
  passwordResetPage,
  resetPasswordPage,
  usedLinkPage,
} from '@wilma/platform';
import type { Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';
import { Public } from '../auth/viewer.js';

function problemOf(password: string): FieldProblem | null {
  const { min, max } = Bounds.password;
  if (password.length < min) return { path: 'password', problem: 'tooShort', values: { min } };
  if (password.length > max) return { path: 'password', problem: 'tooLong', values: { max } };
  return null;
}

/** The page behind the link by which somebody sets a new password; its form posts. */
@Public()
@Controller('reset-password')
export class ResetPasswordController {
  constructor(
    private readonly auth: Auth,
    private readonly links: MailedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  show(@Param('token') token: string, @Res() response: Response): void {
    if (this.links.read('RESET_PASSWORD', token) === null) this.refuse(response);
    else this.send(response, HttpStatus.OK, resetPasswordPage(this.frame()));
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async set(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const newPassword = typeof body?.password === 'string' ? body.password : '';
    const problem = problemOf(newPassword);
    if (this.links.read('RESET_PASSWORD', token) === null) this.refuse(response);
    else if (problem !== null) {
      const page = resetPasswordPage(this.frame(), problem);
      this.send(response, HttpStatus.UNPROCESSABLE_ENTITY, page);
    } else if (await this.isSet(token, newPassword)) {
      this.send(response, HttpStatus.OK, passwordResetPage(this.frame()));
    } else this.refuse(response);
  }

  private async isSet(token: string, newPassword: string): Promise<boolean> {
    const done = await this.auth.api.resetPassword({
      body: { token, newPassword },
      asResponse: true,
    });
    if (done.status >= 500) throw new Error('the password could not be set');
    return done.ok;
  }

  private frame(): PageFrame {
    return { locale: requestLocale(), operator: operatorOf(this.config) };
  }

  private refuse(response: Response): void {
    this.send(response, HttpStatus.NOT_FOUND, usedLinkPage(this.frame()));
  }

  private send(response: Response, status: HttpStatus, page: string): void {
    response.status(status).type('html').send(page);
  }
}
