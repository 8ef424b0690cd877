import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Schedule } from './schedule.js';

type Parts = ConstructorParameters<typeof Schedule>;

describe('the clock', () => {
  it('does the rest where one duty fails', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const done: string[] = [];
    const fail = (what: string) => () => Promise.reject(new Error(`${what} of <a@b.example>`));
    const schedule = new Schedule(
      { tick: fail('matches') } as unknown as Parts[0],
      { tick: fail('postings') } as unknown as Parts[1],
      { deliverDue: () => Promise.resolve(done.push('mails')) } as unknown as Parts[2],
      { offerLost: fail('events') } as unknown as Parts[3],
      { forget: fail('old answers') } as unknown as Parts[4],
      { tick: fail('persons') } as unknown as Parts[5],
      { tick: () => Promise.resolve(done.push('notifications')) } as unknown as Parts[6],
      { forget: fail('old invitations') } as unknown as Parts[7],
      { seal: fail('audit') } as unknown as Parts[8],
      { forget: fail('old links') } as unknown as Parts[9],
      { tick: fail('erasures') } as unknown as Parts[10],
      { tick: fail('retention') } as unknown as Parts[11],
      { tick: fail('learning') } as unknown as Parts[12],
    );
    await schedule.tick();
    expect(done).toEqual(['mails', 'notifications']);
    expect(logged.mock.calls.flat()).toEqual([
      'clock, matches: Error: matches of <address>',
      'clock, postings: Error: postings of <address>',
      'clock, persons: Error: persons of <address>',
      'clock, lost events: Error: events of <address>',
      'clock, old answers: Error: old answers of <address>',
      'clock, old invitations: Error: old invitations of <address>',
      'clock, erasures: Error: erasures of <address>',
      'clock, retention: Error: retention of <address>',
      'clock, learning: Error: learning of <address>',
      'clock, audit: Error: audit of <address>',
      'clock, old links: Error: old links of <address>',
    ]);
    logged.mockRestore();
  });
});
