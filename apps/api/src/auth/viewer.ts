import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type AccountActor, type Actor, unauthenticated } from '@wilma/domain';
import type { Request } from 'express';
import type { GraphqlContext } from '../graphql/context.js';

const IS_PUBLIC = 'isPublic';

/** Open to visitors; everything else needs a session. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
export { IS_PUBLIC };

/** Who sent the request behind an execution, by whichever transport. */
export function actorIn(context: ExecutionContext): Actor {
  if (context.getType<string>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<GraphqlContext>().viewer.actor;
  }
  return context.switchToHttp().getRequest<Request>().viewer.actor;
}

/** The actor, who may be a visitor. */
export const Viewing = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorIn(context),
);

/** The signed-in account that acts. */
export const Acting = createParamDecorator(
  (_: unknown, context: ExecutionContext): AccountActor => {
    const actor = actorIn(context);
    if (actor.kind !== 'ACCOUNT') throw unauthenticated();
    return actor;
  },
);
