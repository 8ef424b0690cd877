import type { Operator } from '@wilma/platform';
import type { PublicPosting } from '@wilma/postings';
import XMLBuilder from 'fast-xml-builder';
import { FORMAT, SETS } from './oai-request.js';
import { urlOf } from './posting-url.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  format: true,
});

interface OaiAnswer {
  readonly now: Date;
  readonly baseUrl: string;
  /** The arguments as they were understood; none where they were not. */
  readonly request: object;
  readonly content: object;
}

/** The envelope of every answer. */
export function oaiXml({ now, baseUrl, request, content }: OaiAnswer): string {
  const asked = Object.entries(request).map(
    ([name, value]) => [`@${name}`, String(value)] as const,
  );
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    'OAI-PMH': {
      '@xmlns': OAI,
      '@xmlns:xsi': INSTANCE,
      '@xsi:schemaLocation': `${OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd`,
      responseDate: now.toISOString().replace(/\.\d+Z$/, 'Z'),
      request: { ...Object.fromEntries(asked), '#text': baseUrl },
      ...content,
    },
  });
}

export const identify = (operator: Operator, mail: string, earliest: string): object => ({
  repositoryName: operator.name,
  baseURL: `${operator.publicUrl}/oai`,
  protocolVersion: '2.0',
  adminEmail: mail,
  earliestDatestamp: earliest,
  deletedRecord: 'no',
  granularity: 'YYYY-MM-DD',
});

export const dublinCore = {
  metadataFormat: {
    metadataPrefix: FORMAT,
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    metadataNamespace: OAI_DC,
  },
};

const SET_NAMES = { needs: 'Needs of companies', offers: 'Offers of researchers' } as const;

export const setsXml = {
  set: Object.entries(SET_NAMES).map(([setSpec, setName]) => ({ setSpec, setName })),
};

const setOf = ({ kind }: PublicPosting): string =>
  Object.entries(SETS).find(([, of]) => of === kind)?.[0] ?? '';

export const headerOf = (operator: Operator, posting: PublicPosting): object => ({
  identifier: `oai:${new URL(operator.publicUrl).hostname}:${posting.id}`,
  datestamp: posting.changedOn,
  setSpec: setOf(posting),
});

/** A posting in Dublin Core. What is blinded has no creator. */
export const recordOf = (operator: Operator, posting: PublicPosting): object => ({
  header: headerOf(operator, posting),
  metadata: {
    'oai_dc:dc': {
      '@xmlns:oai_dc': OAI_DC,
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:xsi': INSTANCE,
      '@xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
      'dc:title': posting.title,
      ...(posting.organisation === null ? {} : { 'dc:creator': posting.organisation }),
      'dc:subject': posting.subjects,
      'dc:description': [posting.summary, posting.description].filter((text) => text !== ''),
      'dc:publisher': operator.name,
      'dc:date': posting.changedOn,
      'dc:type': posting.kind === 'NEED' ? 'Need' : 'Offer',
      'dc:identifier': urlOf(operator, posting),
      'dc:language': posting.language,
      ...(posting.district === null ? {} : { 'dc:coverage': posting.district }),
    },
  },
});
