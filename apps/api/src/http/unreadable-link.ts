import type { NextFunction, Request, Response } from 'express';

/** No token is this short. */
const NO_TOKEN = '/-';

/**
 * Mail programs break links. One that can't even be decoded is taken for one that was never made,
 * so that its page says so; else the router would refuse it in a language of machines.
 */
export function takeUnreadableLink(
  request: Request,
  _response: Response,
  next: NextFunction,
): void {
  try {
    decodeURIComponent(request.path);
  } catch {
    request.url = NO_TOKEN;
  }
  next();
}
