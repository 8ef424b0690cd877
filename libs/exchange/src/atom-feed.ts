import type { Locale, PostingKind } from '@wilma/domain';
import type { Operator } from '@wilma/platform';
import type { PublicPosting } from '@wilma/postings';
import { Feed } from 'feed';
import { urlOf } from './posting-url.js';

const TITLES: Readonly<Record<PostingKind, Readonly<Record<Locale, string>>>> = {
  NEED: { de: 'Neuer Bedarf', en: 'New needs' },
  OFFER: { de: 'Neue Angebote', en: 'New offers' },
};

/** Who stands for an author that is not told. */
const UNNAMED: Readonly<Record<Locale, string>> = {
  de: 'Organisation nicht genannt',
  en: 'Organisation not named',
};

export interface AtomFeed {
  readonly kind: PostingKind;
  readonly locale: Locale;
  readonly operator: Operator;
  /** Where the feed itself is read. */
  readonly self: string;
  readonly postings: readonly PublicPosting[];
}

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The newest postings as Atom (RFC 4287). Days, never times: see {@link PublicPosting}. */
export function atomFeed({ kind, locale, operator, self, postings }: AtomFeed): string {
  const newest = postings[0]?.changedOn;
  const feed = new Feed({
    id: self,
    title: `${operator.name}: ${TITLES[kind][locale]}`,
    link: `${operator.publicUrl}/${kind === 'NEED' ? 'needs' : 'offers'}`,
    feed: self,
    language: locale,
    generator: 'Wilma',
    copyright: operator.name,
    author: { name: operator.name },
    updated: atMidnight(newest ?? '2020-01-01'),
  });
  for (const posting of postings) {
    const link = urlOf(operator, posting);
    feed.addItem({
      id: `urn:uuid:${posting.id}`,
      title: posting.title,
      link,
      date: atMidnight(posting.changedOn),
      description: posting.summary,
      author: [{ name: posting.organisation ?? UNNAMED[posting.language] }],
      category: posting.subjects.map((name) => ({ term: name })),
    });
  }
  return feed.atom1();
}
