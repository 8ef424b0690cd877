import type { Ids } from './twin-plot.js';
import type { Witness } from './transcript.js';

const HARVEST = 'verb=ListRecords&metadataPrefix=oai_dc';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const LINKED_PAGES = [
  ...['answer', 'confirm', 'confirm-address', 'renew', 'reset-password', 'sign-in-link'],
  'unsubscribe',
];

/** What is read without GraphQL: pages, feeds, catalogues, links with wrong tokens, figures. */
export async function openPages(
  witness: Witness,
  { needs, blindedOffer, matches, organisations }: Ids,
): Promise<void> {
  const [need] = needs;
  const host = new URL(witness.client.origin).hostname;
  const paths = [
    ...needs.map((id) => `/needs/${id}`),
    ...[`/offers/${blindedOffer}`, `/matches/${matches[0]}`, `/organisations/${organisations[0]}`],
    ...['/', '/needs', '/offers', '/feeds/needs.atom', '/feeds/offers.atom', '/health/ready'],
    ...['/oai?verb=Identify', `/oai?${HARVEST}`, `/oai?${HARVEST}&set=needs`],
    ...['2035-01-08', '2035-01-09'].map((day) => `/oai?${HARVEST}&from=${day}`),
    `/oai?${HARVEST}&until=2035-01-08`,
    '/oai?verb=ListIdentifiers&metadataPrefix=oai_dc',
    ...needs.map((id) => `/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:${host}:${id}`),
    ...[
      '/queues',
      '/queues/api/queues',
      '/robots.txt',
      '/graphiql',
      '/me/data.json',
      '/me/data.html',
    ],
  ];
  for (const path of paths) await witness.open(path);
  // As from elsewhere: on the machine itself operators read them.
  await witness.open('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } });
  const claims = Buffer.from(
    JSON.stringify([4e12, { match: matches[0], side: 'NEED', round: '1', to: 'x' }]),
  ).toString('base64url');
  for (const token of [matches[0], need, `${claims}.${'A'.repeat(43)}`, '%00', 'x']) {
    for (const page of LINKED_PAGES) {
      await witness.open(`/${page}/${token}`);
      await witness.open(`/${page}/${token}`, { method: 'HEAD' });
      await witness.open(`/${page}/${token}`, {
        method: 'POST',
        headers: FORM,
        body: 'answer=INTERESTED',
      });
    }
  }
}
