import { NAMES } from '@wilma/domain';
import { escapeHtml, type Operator } from '@wilma/platform';
import type { PublicPosting } from '@wilma/postings';
import { urlOf } from './posting-url.js';

/** What else may end a script or a line in HTML and JavaScript is written as JSON allows. */
const UNSAFE = /[<>&\u2028\u2029]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A posting as schema.org describes it: a need is a `Demand`, an offer an `Offer`. */
function linkedData(operator: Operator, posting: PublicPosting): Record<string, unknown> {
  const { kind, title, summary, district, language, organisation, subjects } = posting;
  const owner = organisation === null ? null : { '@type': 'Organization', name: organisation };
  const common = {
    '@context': 'https://schema.org',
    '@id': urlOf(operator, posting),
    url: urlOf(operator, posting),
    name: title,
    description: summary,
    itemOffered: { '@type': 'Service', name: title, category: subjects },
    ...(district === null
      ? {}
      : {
          areaServed: {
            '@type': 'AdministrativeArea',
            name: NAMES[language].district[district],
          },
        }),
  };
  if (kind === 'OFFER') {
    return { '@type': 'Offer', ...common, ...(owner === null ? {} : { offeredBy: owner }) };
  }
  // Whoever seeks points to the demand; the demand has no word for it.
  return { '@type': 'Demand', ...common, ...(owner && { '@reverse': { seeks: owner } }) };
}

/**
 * What the page of a posting says of it to those who read no further than its head: search engines,
 * and previews of links (OpenGraph). Of a blinded posting's owner it says nothing.
 *
 * @param page the web app's page, with a title and a description of its own
 */
export function withHead(page: string, operator: Operator, posting: PublicPosting): string {
  const { title, summary, language } = posting;
  const url = urlOf(operator, posting);
  const properties = {
    'og:type': 'article',
    'og:site_name': operator.name,
    'og:title': title,
    'og:description': summary,
    'og:url': url,
    'og:locale': language === 'de' ? 'de_DE' : 'en_GB',
  };
  const data = JSON.stringify(linkedData(operator, posting)).replace(UNSAFE, escaped);
  const head = [
    `<title>${escapeHtml(title)} · Wilma</title>`,
    `<meta name="description" content="${escapeHtml(summary)}" />`,
    `<link rel="canonical" href="${escapeHtml(url)}" />`,
    ...Object.entries(properties).map(
      ([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}" />`,
    ),
    `<script type="application/ld+json">${data}</script>`,
  ];
  return page
    .replace(/<meta\s+name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head.join('\n    '));
}
