import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@wilma/domain';
import { Clock, Config, type Connection, type Operator } from '@wilma/platform';
import { CHANGED, type PublicPosting, PublicPostingReader } from '@wilma/postings';
import { dublinCore, headerOf, identify, oaiXml, recordOf, setsXml } from './oai-xml.js';
import {
  FORMAT,
  OaiError,
  type OaiListing,
  type OaiRequest,
  readOaiRequest,
  SETS,
} from './oai-request.js';

const PAGE = 100;

/** Where a listing goes on: what it asked for, and the cursor. */
type Resumption = Readonly<Record<'from' | 'until' | 'set', string | undefined>> & {
  readonly after: string;
};

/** Answers OAI-PMH 2.0: libraries and research portals harvest what is published. */
@Injectable()
export class OaiService {
  constructor(
    private readonly postings: PublicPostingReader,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @returns XML, errors of the protocol included */
  async answer(given: Readonly<Record<string, unknown>>): Promise<string> {
    const frame = { now: this.clock.now(), baseUrl: `${this.config.publicUrl}/oai` };
    try {
      const request = readOaiRequest(given);
      const content = await this.contentOf(request);
      return oaiXml({ ...frame, request, content: { [request.verb]: content } });
    } catch (error) {
      const { code, message } = asOaiError(error);
      return oaiXml({
        ...frame,
        request: {},
        content: { error: { '@code': code, '#text': message } },
      });
    }
  }

  private async contentOf(request: OaiRequest): Promise<object> {
    switch (request.verb) {
      case 'Identify':
        return identify(this.operator, this.config.mailFrom, await this.earliest());
      case 'ListMetadataFormats':
        if (request.identifier !== undefined) await this.find(request.identifier);
        return dublinCore;
      case 'ListSets':
        return setsXml;
      case 'GetRecord':
        return { record: recordOf(this.operator, await this.find(request.identifier)) };
      case 'ListIdentifiers':
        return this.list(request, 'header', headerOf);
      case 'ListRecords':
        return this.list(request, 'record', recordOf);
    }
  }

  private get operator(): Operator {
    const { operatorName, imprintUrl, publicUrl } = this.config;
    return { name: operatorName, imprintUrl, publicUrl };
  }

  private async list(
    listing: OaiListing,
    name: string,
    render: (operator: Operator, posting: PublicPosting) => object,
  ): Promise<object> {
    const resumed = 'resumptionToken' in listing;
    const asked = resumed ? readToken(listing.resumptionToken) : { ...listing, after: undefined };
    const { from, until, set, after } = asked;
    const found = await this.page({ from, until, set }, after);
    if (found.edges.length === 0) throw new OaiError('noRecordsMatch', 'Nothing matches.');
    const { hasNextPage, endCursor } = found.pageInfo;
    const next = hasNextPage && endCursor !== null ? { from, until, set, after: endCursor } : null;
    return {
      [name]: found.edges.map(({ node }) => render(this.operator, node)),
      // The last part of several says so by an empty token.
      ...(next === null && !resumed ? {} : { resumptionToken: next === null ? '' : tokenOf(next) }),
    };
  }

  private page(
    { from, until, set }: Omit<Resumption, 'after'>,
    after: string | undefined,
  ): Promise<Connection<PublicPosting>> {
    const kind = set === undefined ? undefined : SETS[set as keyof typeof SETS];
    return this.postings.list({ kind, from, until }, CHANGED.OLDEST, {
      first: PAGE,
      after: after ?? null,
    });
  }

  private async find(identifier: string): Promise<PublicPosting> {
    const [scheme, host, id = ''] = identifier.split(':');
    const isOurs = scheme === 'oai' && host === hostOf(this.operator);
    const posting = isOurs ? await this.postings.byId(id) : null;
    if (posting === null) throw new OaiError('idDoesNotExist', 'There is no such record.');
    return posting;
  }

  private async earliest(): Promise<string> {
    const { edges } = await this.postings.list({}, CHANGED.OLDEST, { first: 1 });
    return edges[0]?.node.changedOn ?? this.clock.now().toISOString().slice(0, 10);
  }
}

export const hostOf = ({ publicUrl }: Operator): string => new URL(publicUrl).hostname;

const tokenOf = (place: Resumption): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws OaiError badResumptionToken */
function readToken(token: string): Resumption {
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString()) as Resumption;
    const { after, ...listing } = place;
    if (typeof after !== 'string') throw new Error('no place');
    readOaiRequest({ verb: 'ListRecords', metadataPrefix: FORMAT, ...listing });
    return place;
  } catch {
    throw new OaiError('badResumptionToken', 'This token is none of ours.');
  }
}

/** A cursor that was tampered with is a token that is none. */
function asOaiError(error: unknown): OaiError {
  if (error instanceof OaiError) return error;
  if (error instanceof DomainError && error.code === 'BAD_USER_INPUT') {
    return new OaiError('badResumptionToken', 'This token is none of ours.');
  }
  throw error;
}
