import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildOrganisation, buildPosting } from '@wilma/testing';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { ApiInProcess } from './in-process.js';

const OWNER = 'Gießerei Geheimnis GmbH';
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });

let api: ApiInProcess;
const ids: Record<'blinded' | 'draft' | 'hostile' | 'named' | 'offer', string> = {
  blinded: '',
  draft: '',
  hostile: '',
  named: '',
  offer: '',
};
const pages = mkdtempSync(join(tmpdir(), 'wilma-pages-'));
const PAGE = `<head><meta
  name="description" content="Wilma" /><title>Wilma</title></head><script src="/app.js"></script>`;
const HOSTILE = '</script><script>alert("1")</script> $& <!-- "\u2028';

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), PAGE);
  api = await ApiInProcess.start({}, pages);
  const { database } = api;
  const named = await buildOrganisation(database, { name: 'Glas & Söhne <Beispiel>' });
  const hidden = await buildOrganisation(database, { name: OWNER });
  ids.named = await buildPosting(database, 'NEED', {
    organisation: named,
    title: 'Schmelzwanne überwachen & <regeln>',
  });
  ids.blinded = await buildPosting(database, 'NEED', {
    organisation: hidden,
    visibility: 'BLINDED',
    title: 'Sandkerne prüfen',
  });
  ids.draft = await buildPosting(database, 'NEED', { organisation: named, state: 'DRAFT' });
  ids.offer = await buildPosting(database, 'OFFER', { organisation: named, language: 'en' });
  ids.hostile = await buildPosting(database, 'NEED', { organisation: named, title: HOSTILE });
});

afterAll(async () => {
  await api.stop();
  rmSync(pages, { recursive: true });
});

const read = async (path: string, init: RequestInit = {}): Promise<string> => {
  const response = await fetch(`${api.origin}${path}`, init);
  expect(response.status).toBe(200);
  const xml = await response.text();
  expect(SyntaxValidator.validate(xml)).toBe(true);
  return xml;
};

describe('feeds', () => {
  it('list what everybody may see, in the language of the reader', async () => {
    const xml = await read('/feeds/needs.atom', { headers: { 'accept-language': 'en' } });
    expect(xml).toContain('Wilma: New needs');
    expect(xml).toContain(`${api.origin}/needs/${ids.named}`);
    expect(xml).toContain(`urn:uuid:${ids.blinded}`);
    expect(xml).not.toContain(ids.draft);
    expect(xml).not.toContain(ids.offer);
    expect(await read('/feeds/needs.atom')).toContain('Wilma: Neuer Bedarf');
    expect(await read('/feeds/offers.atom')).toContain(ids.offer);
  });

  it('name the owner of a named posting only, and days, no times', async () => {
    const xml = await read('/feeds/needs.atom');
    expect(xml).not.toContain('Geheimnis');
    const { feed } = parser.parse(xml) as {
      feed: { entry: { id: string; updated: string; author: { name: string } }[] };
    };
    const authors = Object.fromEntries(feed.entry.map(({ id, author }) => [id, author.name]));
    expect(authors[`urn:uuid:${ids.named}`]).toBe('Glas & Söhne <Beispiel>');
    expect(authors[`urn:uuid:${ids.blinded}`]).toBe('Organisation nicht genannt');
    for (const { updated } of feed.entry) expect(updated).toMatch(/T00:00:00.000Z$/);
  });

  it('are not there under other names', async () => {
    for (const name of ['matches.atom', 'constructor', 'needs']) {
      expect((await fetch(`${api.origin}/feeds/${name}`)).status).toBe(404);
    }
  });
});

describe('the page of a posting', () => {
  const open = async (path: string) =>
    (await fetch(`${api.origin}${path}`, { headers: { accept: 'text/html' } })).text();
  const scriptsIn = (page: string) => page.match(/<script/g)?.length;
  const dataIn = (page: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as {
      '@reverse'?: { seeks: unknown };
    };

  it('tells readers of heads what it is: OpenGraph, and schema.org’s Demand or Offer', async () => {
    const page = await open(`/needs/${ids.named}`);
    expect(page).toContain('<title>Schmelzwanne überwachen &amp; &lt;regeln&gt; · Wilma</title>');
    expect(page).toContain(`<meta property="og:url" content="${api.origin}/needs/${ids.named}" />`);
    expect(page.match(/name="description"/g)).toHaveLength(1);
    expect(dataIn(page)).toMatchObject({
      '@type': 'Demand',
      name: 'Schmelzwanne überwachen & <regeln>',
      '@reverse': { seeks: { '@type': 'Organization', name: 'Glas & Söhne <Beispiel>' } },
    });
    expect(dataIn(await open(`/offers/${ids.offer}`))).toMatchObject({
      '@type': 'Offer',
      offeredBy: { name: 'Glas & Söhne <Beispiel>' },
    });
  });

  it('is no way into the page for whoever writes a title', async () => {
    const page = await open(`/needs/${ids.hostile}`);
    expect(scriptsIn(page)).toBe(2);
    expect(dataIn(page)).toMatchObject({ name: HOSTILE, '@type': 'Demand' });
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)');
    expect(page).toContain('$&amp; &lt;!--');
  });

  it('names nobody behind a blinded posting, and does not tell a draft from nothing', async () => {
    const page = await open(`/needs/${ids.blinded}`);
    expect(page).toContain('Sandkerne prüfen');
    expect(page).not.toContain('Geheimnis');
    expect(dataIn(page)['@reverse']).toBeUndefined();
    for (const path of [`/needs/${ids.draft}`, `/offers/${ids.named}`, '/needs/x', '/']) {
      expect(await open(path)).toBe(PAGE);
    }
  });
});

interface OaiAnswer {
  readonly error?: { readonly '@code': string };
  readonly ListIdentifiers?: {
    readonly header: Header | readonly Header[];
    readonly resumptionToken?: string;
  };
}
interface Header {
  readonly identifier: string;
  readonly datestamp: string;
}

const harvest = async (query: string): Promise<OaiAnswer> =>
  (parser.parse(await read(`/oai?${query}`)) as { 'OAI-PMH': OaiAnswer })['OAI-PMH'];
const LIST = 'verb=ListIdentifiers&metadataPrefix=oai_dc';

describe('OAI-PMH', () => {
  it('says who it is and what it has', async () => {
    expect(await read('/oai?verb=Identify')).toContain('<granularity>YYYY-MM-DD</granularity>');
    expect(await read('/oai?verb=ListMetadataFormats')).toContain('oai_dc');
    expect(await read('/oai?verb=ListSets')).toContain('<setSpec>offers</setSpec>');
  });

  it('gives records in Dublin Core, by GET and by POST', async () => {
    const identifier = `oai:127.0.0.1:${ids.named}`;
    const query = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`;
    const xml = await read(`/oai?${query}`);
    expect(xml).toContain('<dc:title>Schmelzwanne überwachen &amp; &lt;regeln&gt;</dc:title>');
    expect(xml).toContain('<dc:creator>Glas &amp; Söhne &lt;Beispiel&gt;</dc:creator>');
    expect(xml).toContain('<dc:subject>');
    const posted = await read('/oai', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: query,
    });
    expect(posted).toContain(`<identifier>${identifier}</identifier>`);
  });

  it('names nobody behind a blinded posting', async () => {
    const xml = await read('/oai?verb=ListRecords&metadataPrefix=oai_dc');
    expect(xml).toContain(ids.blinded);
    expect(xml).not.toContain(ids.draft);
    expect(xml).not.toContain('Geheimnis');
  });

  it('narrows by set and day', async () => {
    const { ListIdentifiers } = await harvest(`${LIST}&set=offers`);
    expect(ListIdentifiers?.header).toMatchObject({ identifier: `oai:127.0.0.1:${ids.offer}` });
    const day = (ListIdentifiers?.header as Header).datestamp;
    expect((await harvest(`${LIST}&set=offers&from=${day}&until=${day}`)).error).toBeUndefined();
    expect((await harvest(`${LIST}&until=2001-01-01`)).error).toEqual(
      expect.objectContaining({ '@code': 'noRecordsMatch' }),
    );
  });

  it('goes on where a part ended, until every record was given once', async () => {
    const organisation = await buildOrganisation(api.database);
    for (let n = 0; n < 120; n += 1) await buildPosting(api.database, 'OFFER', { organisation });
    const seen: string[] = [];
    let query = `${LIST}&set=offers`;
    for (let part = 0; query !== '' && part < 5; part += 1) {
      const { ListIdentifiers } = await harvest(query);
      seen.push(...[ListIdentifiers?.header ?? []].flat().map(({ identifier }) => identifier));
      const token = ListIdentifiers?.resumptionToken ?? '';
      query = token === '' ? '' : `verb=ListIdentifiers&resumptionToken=${token}`;
    }
    expect(seen).toHaveLength(121);
    expect(new Set(seen).size).toBe(121);
  });

  it.each([
    ['', 'badVerb'],
    ['verb=Delete', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&until=2026-01-01', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    [`${LIST}&from=yesterday`, 'badArgument'],
    [`${LIST}&from=2026-02-01&until=2026-01-01`, 'badArgument'],
    [`${LIST}&set=matches`, 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:1', 'idDoesNotExist'],
    ['verb=ListRecords&resumptionToken=invented', 'badResumptionToken'],
    [
      `verb=ListRecords&resumptionToken=${Buffer.from('{"after":"abc"}').toString('base64url')}`,
      'badResumptionToken',
    ],
  ])('answers %s with %s', async (query, code) => {
    expect((await harvest(query)).error?.['@code']).toBe(code);
  });

  it('does not give a draft by its id', async () => {
    const answer = await harvest(
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:${ids.draft}`,
    );
    expect(answer.error?.['@code']).toBe('idDoesNotExist');
  });
});
