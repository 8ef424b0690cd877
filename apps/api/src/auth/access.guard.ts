import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { unauthenticated } from '@wilma/domain';
import { actorIn, IS_PUBLIC } from './viewer.js';

/** Default deny: what is not marked as public needs a session. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, places) === true)
      return true;
    if (actorIn(context).kind !== 'ACCOUNT') throw unauthenticated();
    return true;
  }
}
