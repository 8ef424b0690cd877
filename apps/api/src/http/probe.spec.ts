import { describe, expect, it, jest } from '@jest/globals';
import { Probe } from './probe.js';

const MINUTE = 60_000;

describe('a probe', () => {
  it('asks once for all who want to know meanwhile', async () => {
    const ask = jest.fn(() => Promise.resolve('well'));
    let now = 0;
    const probe = new Probe(ask, MINUTE, () => now);
    expect(await Promise.all([probe.answer(), probe.answer()])).toEqual(['well', 'well']);
    now = MINUTE - 1;
    expect(await probe.answer()).toBe('well');
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRejectedValue(new Error('gone'));
    now = MINUTE;
    expect(await probe.answer()).toBeNull();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('does not ask again while it waits for an answer', async () => {
    let answer: (word: string) => void = () => undefined;
    const ask = jest.fn(() => new Promise<string>((resolve) => (answer = resolve)));
    const probe = new Probe(ask, 0);
    expect(await probe.answer()).toBeNull();
    expect(await probe.answer()).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
    answer('late');
    await Promise.resolve();
    const asked = probe.answer();
    answer('well');
    expect(await asked).toBe('well');
  });
});
