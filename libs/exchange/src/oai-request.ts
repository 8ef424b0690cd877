import { z } from 'zod';

/** Errors of OAI-PMH 2.0, section 3.6. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noSetHierarchy';

export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const SETS = { needs: 'NEED', offers: 'OFFER' } as const;
export const FORMAT = 'oai_dc';

const day = z.iso.date();
const set = z.enum(Object.keys(SETS) as [keyof typeof SETS]);
const format = z.string().max(100);
const identifier = z.string().max(200);
const token = z.string().min(1).max(2_000);

const listed = z.union([
  z.strictObject({ resumptionToken: token }),
  z.strictObject({
    metadataPrefix: format,
    from: day.optional(),
    until: day.optional(),
    set: set.optional(),
  }),
]);

const VERBS = {
  Identify: z.strictObject({}),
  ListMetadataFormats: z.strictObject({ identifier: identifier.optional() }),
  ListSets: z.strictObject({ resumptionToken: token.optional() }),
  GetRecord: z.strictObject({ identifier, metadataPrefix: format }),
  ListIdentifiers: listed,
  ListRecords: listed,
} as const;

type Verbs = { [V in keyof typeof VERBS]: z.output<(typeof VERBS)[V]> & { readonly verb: V } };
export type OaiRequest = Verbs[keyof Verbs];
export type OaiListing = z.output<typeof listed>;

/**
 * Reads the arguments of a request.
 * @throws OaiError badVerb, badArgument
 */
export function readOaiRequest(given: Readonly<Record<string, unknown>>): OaiRequest {
  const { verb, ...args } = given;
  if (typeof verb !== 'string' || !Object.hasOwn(VERBS, verb)) {
    throw new OaiError('badVerb', 'Name one of the six verbs, once.');
  }
  const parsed = VERBS[verb as keyof typeof VERBS].safeParse(args);
  if (!parsed.success) {
    throw new OaiError('badArgument', 'An argument is missing, wrong, given twice or unknown.');
  }
  const request = { verb, ...parsed.data } as OaiRequest;
  if ('metadataPrefix' in request && request.metadataPrefix !== FORMAT) {
    throw new OaiError('cannotDisseminateFormat', `Records are given as ${FORMAT}.`);
  }
  if ('from' in request && request.from && request.until && request.from > request.until) {
    throw new OaiError('badArgument', 'The first day comes after the last.');
  }
  return request;
}
