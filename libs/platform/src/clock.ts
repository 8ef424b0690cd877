import { Injectable } from '@nestjs/common';

/** The one source of the present moment; tests replace it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
