import type { Role } from '@wilma/domain';
import type { MessageId } from '../../lang/text.js';

export type NavigationIcon =
  'review' | 'pipeline' | 'matches' | 'postings' | 'needs' | 'offers' | 'tags';

export interface NavigationItem {
  readonly to: string;
  readonly label: MessageId;
  readonly icon: NavigationIcon;
  /** Left out where the bar is narrow: the account's menu leads there, too. */
  readonly wideOnly?: boolean;
}

export interface CallToAction {
  readonly to: string;
  readonly label: MessageId;
}

const REVIEW: NavigationItem = { to: '/review', label: 'nav.review', icon: 'review' };
const PIPELINE: NavigationItem = { to: '/pipeline', label: 'nav.pipeline', icon: 'pipeline' };
const MATCHES: NavigationItem = { to: '/matches', label: 'nav.matches', icon: 'matches' };
const POSTINGS: NavigationItem = { to: '/postings', label: 'nav.postings', icon: 'postings' };
const NEEDS: NavigationItem = { to: '/needs', label: 'nav.needs', icon: 'needs' };
const OFFERS: NavigationItem = { to: '/offers', label: 'nav.offers', icon: 'offers' };

const TAGS: NavigationItem = { to: '/tags', label: 'nav.tags', icon: 'tags', wideOnly: true };

const POST_NEED: CallToAction = { to: '/needs/new', label: 'action.postNeed' };
const TAKE_CALL: CallToAction = { to: '/needs/new', label: 'action.takeCall' };
const POST_OFFER: CallToAction = { to: '/offers/new', label: 'action.postOffer' };

/** The pages that a viewer finds in the navigation, the most needed first; null is a visitor. */
export function navigationFor(role: Role | null): readonly NavigationItem[] {
  switch (role) {
    case 'COORDINATOR':
    case 'ADMIN':
      return [REVIEW, PIPELINE, NEEDS, OFFERS, TAGS];
    case 'COMPANY':
      return [MATCHES, POSTINGS, OFFERS, NEEDS];
    case 'RESEARCHER':
      return [MATCHES, POSTINGS, NEEDS, OFFERS];
    case null:
      return [NEEDS, OFFERS];
  }
}

const FORM_PAGE = /^\/(?:needs|offers)\/(?:new|[^/]+\/edit)$/;

/** Whether a page belongs to an item of the navigation: writing a posting is about one's own. */
export function isCurrent(to: string, pathname: string): boolean {
  const page = FORM_PAGE.test(pathname) ? POSTINGS.to : pathname;
  return page === to || page.startsWith(`${to}/`);
}

/** What a role posts usually; coordinators write down what a caller needs. */
export function callToActionFor(role: Role | null): CallToAction | null {
  switch (role) {
    case 'COMPANY':
      return POST_NEED;
    case 'RESEARCHER':
      return POST_OFFER;
    case 'COORDINATOR':
    case 'ADMIN':
      return TAKE_CALL;
    case null:
      return null;
  }
}

/** Where a role starts after signing in: coordinators at their queue, all others at what waits. */
export function startPageFor(role: Role | null): string {
  return role === 'COORDINATOR' || role === 'ADMIN' ? REVIEW.to : '/';
}
