import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Config } from './config.js';
import { type LinkClaims, SignedLinks } from './signed-links.js';

const SECRET = 'a secret of at least thirty-two characters';
const NOW = new Date('2026-11-04T11:00:00Z');
const LATER = new Date('2026-11-18T11:00:00Z');

const linksOf = (authSecret = SECRET, now = NOW): SignedLinks =>
  new SignedLinks({ authSecret } as Config, { now: () => now });

const links = linksOf();
const claims = { match: '5c2f', side: 'NEED', round: '1' };
const token = links.sign('answer', claims, LATER);

/** A token of this body whose signature is right. */
function signed(body: string): string {
  const mac = createHmac('sha256', SECRET).update(`answer\n${body}`).digest('base64url');
  return `${body}.${mac}`;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

describe('SignedLinks', () => {
  it('gives back what was signed, until its end', () => {
    expect(links.verify('answer', token)).toEqual(claims);
    const justBefore = new Date(LATER.getTime() - 1);
    expect(linksOf(SECRET, justBefore).verify('answer', token)).toEqual(claims);
    expect(linksOf(SECRET, LATER).verify('answer', token)).toBeNull();
  });

  it('is good for one purpose', () => {
    expect(links.verify('unsubscribe', token)).toBeNull();
    expect(links.verify('', token)).toBeNull();
  });

  it('is worth nothing under another secret', () => {
    expect(
      linksOf('another secret, also of thirty-two or more').verify('answer', token),
    ).toBeNull();
  });

  it('fits into a path as it is', () => {
    expect(encodeURIComponent(token)).toBe(token);
  });

  it('brings back any claims', () => {
    const anyClaims = fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.string({ unit: 'grapheme-ascii' }),
    );
    fc.assert(
      fc.property(anyClaims, (some: LinkClaims) => {
        expect(links.verify('answer', links.sign('answer', some, LATER))).toEqual(some);
      }),
    );
  });

  it('is worth nothing once any of its characters is another', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: token.length - 1 }),
        fc.constantFrom('A', 'z', '-', '.'),
        (at, c) => {
          const forged = token.slice(0, at) + c + token.slice(at + 1);
          fc.pre(forged !== token);
          expect(links.verify('answer', forged)).toBeNull();
        },
      ),
    );
  });

  it('is worth nothing with anything before, after or missing', () => {
    const odd = [`${token}A`, `${token}.`, `${token}.x`, `${token}=`, ` ${token}`, `.${token}`]
      .concat([token.slice(1), token.slice(0, -1), token.replace('.', '')])
      .concat(token.split('.'));
    for (const one of odd) expect([one, links.verify('answer', one)]).toEqual([one, null]);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant('.')), (text) => {
        expect(links.verify('answer', text)).toBeNull();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', base64('{')],
    ['no pair', base64('null')],
    ['no moment', base64('["never",{}]')],
    ['no claims', base64(`[${String(LATER.getTime())}]`)],
    ['claims that are no strings', base64(`[${String(LATER.getTime())},{"match":1}]`)],
  ])('takes no claims from a signed body of %s', (_what, body) => {
    expect(links.verify('answer', signed(body))).toBeNull();
  });

  it('takes no end that is no moment', () => {
    expect(links.verify('answer', links.sign('answer', claims, new Date(NaN)))).toBeNull();
  });
});

describe('addresseeKey', () => {
  const key = links.addresseeKey('erika@company.example');

  it('is the same for one address however it is written, another for each other', () => {
    expect(links.addresseeKey('Erika@Company.example')).toBe(key);
    expect(links.addresseeKey('erik@company.example')).not.toBe(key);
  });

  it('can not be guessed from the address alone', () => {
    const others = linksOf('another secret, also of thirty-two or more');
    expect(others.addresseeKey('erika@company.example')).not.toBe(key);
    expect(key).toMatch(/^[\w-]{22}$/);
  });
});
