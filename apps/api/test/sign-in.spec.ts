import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiInProcess } from './in-process.js';

describe('sign-in', () => {
  let api: ApiInProcess;

  beforeAll(async () => {
    api = await ApiInProcess.start();
  });

  afterAll(() => api.stop());

  const send = (path: string, body: RequestInit['body']) =>
    fetch(`${api.origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin },
      body,
      duplex: 'half',
    });

  const person = { name: 'Leitung Produktion', email: 'leitung@company.example' };
  const signUp = (given: object) =>
    send('sign-up/email', JSON.stringify({ ...person, password: 'lang genug 123', ...given }));
  const accounts = () => api.database.query('SELECT email FROM auth."user"');

  it.each([
    ['a name of one letter', { name: 'L' }, 'INVALID_NAME'],
    ['a blank name', { name: '     ' }, 'INVALID_NAME'],
    ['a name of 161 letters', { name: 'L'.repeat(161) }, 'INVALID_NAME'],
    ['NUL in the name', { name: 'Leitung\u0000' }, 'INVALID_NAME'],
    ['half a character in the name', { name: 'Leitung \ud800' }, 'INVALID_NAME'],
    ['an address that no mail takes', { email: `${'l'.repeat(65)}@a.example` }, 'INVALID_EMAIL'],
    ['NUL in the image', { image: 'https://a.example/\u0000' }, 'INVALID_IMAGE'],
  ])('refuses %s', async (_what, given, code) => {
    const before = await accounts();
    const response = await signUp(given);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code }),
    ]);
    expect(await accounts()).toEqual(before);
  });

  it('refuses to change a name to what sign-up refuses', async () => {
    const response = await signUp({});
    expect(response.status).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    const changed = await fetch(`${api.origin}/api/auth/update-user`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin, cookie },
      body: JSON.stringify({ name: 'L\u0007' }),
    });
    expect(changed.status).toBe(400);
  });

  const tooLong = JSON.stringify({ email: person.email, password: 'a'.repeat(64 * 1024) });
  const inChunks = () => new Blob([tooLong]).stream();

  it.each([
    ['in one piece', () => tooLong],
    ['in chunks of unknown number', inChunks],
  ])('refuses a body of more than 64 KB %s', async (_how, body) => {
    const response = await send('sign-in/email', body());
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});
