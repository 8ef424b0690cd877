import { domainToASCII } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asciiDomain,
  domainOfMail,
  domainsAbove,
  isOfDomain,
  mailDomainProblem,
} from './mail-domain.js';

describe('the form in which mail domains are compared', () => {
  it.each([
    ['b-tu.de', 'b-tu.de'],
    ['B-TU.DE ', 'b-tu.de'],
    ['müller.example', 'xn--mller-kva.example'],
    ['mu\u0308ller.example', 'xn--mller-kva.example'],
    ['xn--mller-kva.example', 'xn--mller-kva.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['btu.рф', 'btu.xn--p1ai'],
    [`${'a.'.repeat(123)}example`, `${'a.'.repeat(123)}example`],
    // Cyrillic а, е, о.
    ['b\u0430u.example', 'xn--bu-7kc.example'],
  ])('of %s is %s', (text, form) => {
    expect(asciiDomain(text)).toBe(form);
  });

  it.each([
    ...['', ' ', 'example', '.example', 'btu.', 'btu.example.', 'btu..example', '-btu.example'],
    ...['btu-.example', 'b tu.example', 'btu.example/x', 'btu.example:80', 'x@btu.example'],
    ...['btu.example?', 'btu.example#x', 'btu%2eexample', 'btu_x.example', '*.btu.example'],
    ...['127.0.0.1', '0x7f.1', '1.2', 'btu.123', '[::1]', `${'a'.repeat(64)}.example`],
    `${'a.'.repeat(124)}example`,
    ...['btu.1com', 'btu.com1'],
    // Full width, an ideographic stop, a soft hyphen, nothing wide, a long s.
    ...['ｂｔｕ.example', 'btu。example', 'b\u00adtu.example', 'b\u200btu.example'],
    'webſite.example',
  ])('is none of "%s"', (text) => {
    expect(asciiDomain(text)).toBeNull();
  });

  it('is the one of Node, and stays the same when taken again', () => {
    const letters = 'abzäößéłčа0-'.split('');
    const label = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const text = [...labels.map((one) => one.join('')), 'example'].join('.');
        const form = asciiDomain(text);
        if (form === null) return;
        expect(form).toBe(domainToASCII(text));
        expect(asciiDomain(form)).toBe(form);
        // Except what has no capital of its own.
        if (!text.includes('ß')) expect(asciiDomain(text.toUpperCase())).toBe(form);
      }),
    );
  });
});

describe('a mail address', () => {
  const exactly = { domain: 'btu.example', withSubdomains: false };
  const below = { domain: 'btu.example', withSubdomains: true };

  it.each<[string, boolean, boolean]>([
    ['mona@btu.example', true, true],
    ['Mona@BTU.Example', true, true],
    ['m@btu.example', true, true],
    ['mona@informatik.btu.example', false, true],
    ['mona@a.b.btu.example', false, true],
    // Suffixes, prefixes and what only looks the same.
    ['mona@evil-btu.example', false, false],
    ['mona@evilbtu.example', false, false],
    ['mona@btu.example.evil.example', false, false],
    ['mona@btu.example.', false, false],
    ['mona@example', false, false],
    ['mona@b\u0442u.example', false, false],
    ['mona@bt\u03c5.example', false, false],
    ['mona@btu\u2024example', false, false],
    ['mona@btu。example', false, false],
    ['mona@ｂｔｕ.example', false, false],
    ['mona@b\u00adtu.example', false, false],
    // The last @ counts.
    ['mona@btu.example@evil.example', false, false],
    ['@btu.example', false, false],
    ['btu.example', false, false],
    ['', false, false],
  ])('%s is of btu.example: %s, with what is below: %s', (address, isExact, isBelow) => {
    expect(isOfDomain(address, exactly)).toBe(isExact);
    expect(isOfDomain(address, below)).toBe(isBelow);
  });

  const label = fc.stringMatching(/^[a-z]([a-z\d-]{0,8}[a-z\d])?$/);
  const domain = fc
    .array(label, { minLength: 1, maxLength: 3 })
    .map((labels) => `${labels.join('.')}.example`);

  it('is of exactly one domain, and below those alone that it ends in after a dot', () => {
    fc.assert(
      fc.property(domain, domain, (one, other) => {
        const address = `mona@${one}`;
        expect(isOfDomain(address, { domain: other, withSubdomains: false })).toBe(one === other);
        expect(isOfDomain(address, { domain: other, withSubdomains: true })).toBe(
          `.${one}`.endsWith(`.${other}`),
        );
        expect(isOfDomain(address, { domain: other, withSubdomains: true })).toBe(
          domainsAbove(one).includes(other),
        );
      }),
    );
  });

  it('is of no domain with something before it', () => {
    fc.assert(
      fc.property(domain, label, (one, word) => {
        for (const withSubdomains of [false, true]) {
          expect(isOfDomain(`mona@${word}${one}`, { domain: one, withSubdomains })).toBe(false);
          expect(isOfDomain(`mona@${word}-${one}`, { domain: one, withSubdomains })).toBe(false);
          expect(isOfDomain(`mona@${one}.${word}`, { domain: one, withSubdomains })).toBe(
            one === `${one}.${word}`,
          );
        }
      }),
    );
  });

  it('lies below what its domain ends in, as far as that has a dot', () => {
    expect(domainsAbove('a.b.btu.de')).toEqual(['a.b.btu.de', 'b.btu.de', 'btu.de']);
  });

  it('tells its domain', () => {
    expect(domainOfMail('mona@Müller.example')).toBe('xn--mller-kva.example');
    expect(domainOfMail('nobody')).toBeNull();
  });
});

describe('what can be the mail domain of one organisation', () => {
  it.each([
    ['b-tu.de', null],
    ['müller.example', null],
    ['mail.example', null],
    ['example', 'badDomain'],
    ['nobody@btu.example', 'badDomain'],
    ['GMAIL.com', 'publicDomain'],
    ['abteilung.web.de', 'publicDomain'],
    ['co.uk', 'publicDomain'],
    ['com.de', 'publicDomain'],
    ['glaswerk.com.de', null],
    ['notgmail.com', null],
  ])('%s: %s', (text, problem) => {
    expect(mailDomainProblem(text)).toBe(problem);
  });
});
