import fc, { type Arbitrary } from 'fast-check';
import { AnyOperation } from './any-operation.js';
import { anythingElse, hostileText } from './hostile-values.js';

export interface AnyRequest {
  readonly who: Who;
  readonly path: string;
  readonly init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

export const WHO = ['visitor', 'member', 'researcher', 'coordinator', 'admin'] as const;
export type Who = (typeof WHO)[number];

const JSON_TYPE = { 'content-type': 'application/json' };

/** Where anything but GraphQL is answered; `*` stands for any text. */
const GET_PATHS = [
  '/answer/*',
  '/confirm/*',
  '/confirm-address/*',
  '/renew/*',
  '/reset-password/*',
  '/sign-in-link/*',
  '/unsubscribe/*',
  '/invitation/*',
  '/feeds/needs.atom?after=*',
  '/feeds/offers.atom?q=*',
  '/oai?verb=*',
  '/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=*',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc&from=*&until=*',
  '/oai?verb=ListRecords&resumptionToken=*',
  '/health/ready?*',
  '/needs?q=*',
  '/needs/*',
  '/graphql?query=*',
  '/*',
];
const POST_PATHS = [
  ...['/answer/*', '/confirm/*', '/renew/*', '/unsubscribe/*', '/oai', '/graphql'],
  ...['/confirm-address/*', '/reset-password/*', '/sign-in-link/*?to=*'],
  ...['/api/auth/sign-in/magic-link', '/api/auth/request-password-reset'],
];

/** Without what no URL can hold. */
const pathWith = (template: string): Arbitrary<string> =>
  hostileText.map((text) => template.replaceAll('*', encode(text)));

/** Half a character has no bytes. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const encode = (text: string): string =>
  encodeURIComponent(wellFormed(text).slice(0, 2_000)).slice(0, 6_000);

const headers: Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('idempotency-key', 'accept-language', 'accept', 'origin', 'x-request-id')
      .chain((name) =>
        fc
          .string({ unit: fc.integer({ min: 32, max: 126 }).map((c) => String.fromCharCode(c)) })
          .map((value) => ({ [name]: value })),
      ),
  },
  { weight: 1, arbitrary: fc.uuid().map((key) => ({ 'idempotency-key': key })) },
);

const form: Arbitrary<string> = fc
  .dictionary(fc.constantFrom('answer', 'reason', 'note', 'text', 'x'), hostileText)
  .map((fields) =>
    new URLSearchParams(
      Object.entries(fields).map(([name, text]) => [name, wellFormed(text)] as [string, string]),
    ).toString(),
  );

/** Any request that a client could send: mostly operations, some pages, forms and bodies. */
export function anyRequest(ids: readonly string[]): Arbitrary<AnyRequest> {
  const who = fc.constantFrom(...WHO);
  const operation = fc
    .record({ who, operation: new AnyOperation(ids).arbitrary(), headers })
    .map(({ operation: body, headers: more, ...rest }) => ({
      ...rest,
      path: '/graphql',
      init: { method: 'POST', headers: { ...JSON_TYPE, ...more }, body: JSON.stringify(body) },
    }));
  const page = fc
    .record({ who, path: fc.constantFrom(...GET_PATHS).chain(pathWith), headers })
    .map(({ headers: more, ...rest }) => ({ ...rest, init: { method: 'GET', headers: more } }));
  const sent = fc
    .record({ who, path: fc.constantFrom(...POST_PATHS).chain(pathWith), body: form })
    .map(({ body, ...rest }) => ({
      ...rest,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      },
    }));
  const raw = fc
    .record({
      who,
      body: fc.oneof(
        anythingElse.map((value) => JSON.stringify(value)),
        hostileText,
      ),
    })
    .map(({ body, ...rest }) => ({
      ...rest,
      path: '/graphql',
      init: { method: 'POST', headers: JSON_TYPE, body: wellFormed(body) },
    }));
  return fc.oneof(
    { weight: 16, arbitrary: operation },
    { weight: 2, arbitrary: page },
    { weight: 1, arbitrary: sent },
    { weight: 1, arbitrary: raw },
  );
}
