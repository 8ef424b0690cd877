import { describe, expect, it, jest } from '@jest/globals';
import { Probe } from './probe.js';

const MINUTE = 60_000;

describe('a probe', () => {
  it('asks once for all who want to know meanwhile', async () => {
    const ask = jest.fn(() => Promise.resolve());
    let now = 0;
    const probe = new Probe(ask, MINUTE, () => now);
    expect(await Promise.all([probe.works(), probe.works()])).toEqual([true, true]);
    now = MINUTE - 1;
    expect(await probe.works()).toBe(true);
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRejectedValue(new Error('gone'));
    now = MINUTE;
    expect(await probe.works()).toBe(false);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('does not ask again while it waits for an answer', async () => {
    let answer: () => void = () => undefined;
    const ask = jest.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const probe = new Probe(ask, 0);
    expect(await probe.works()).toBe(false);
    expect(await probe.works()).toBe(false);
    expect(ask).toHaveBeenCalledTimes(1);
    answer();
    await Promise.resolve();
    const asked = probe.works();
    answer();
    expect(await asked).toBe(true);
  });
});
