import { randomUUID } from 'node:crypto';
import { PASSWORD, Person } from '@wilma/testing';

export const anAddress = () => `neu.${randomUUID().slice(0, 8)}@people.example`;

/** Asks an endpoint of sign-in, as a page of ours does. */
export const post = (
  origin: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${origin}/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });

/** Whoever got these cookies. */
export function signedInBy(origin: string, { headers }: Response): Person {
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Person(origin, { cookie: cookies.join('; ') });
}

/** Makes an account whose address nobody has confirmed. */
export async function signUp(origin: string, email: string): Promise<Person> {
  const account = { name: 'Kim Beispiel', email, password: PASSWORD };
  const response = await post(origin, 'sign-up/email', account);
  if (!response.ok) throw new Error(`${email} can't sign up: ${await response.text()}`);
  return signedInBy(origin, response);
}

/** Sends the form of a page behind a link. */
export const sendForm = (
  link: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(link, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
