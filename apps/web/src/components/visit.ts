import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** What a link or a step tells the page that it leads to; the address does not say it. */
export interface Visit {
  /** Whether the heading gets the focus, where what had it is gone. */
  readonly headingFirst?: boolean;
  /** Whether a form shows at once what is missing. */
  readonly check?: boolean;
  /** Where the way back leads, where the page has several. */
  readonly from?: 'postings' | 'review';
  /** The match that was open in the review. */
  readonly match?: string;
}

/** From the form to the posting that was written there. */
export const AFTER_WRITING: Visit = { headingFirst: true, from: 'postings' };

export const FROM_POSTINGS: Visit = { from: 'postings' };

export const fromReview = (match: string): Visit => ({ from: 'review', match });

export const reviewPath = (match: string | undefined): string =>
  match === undefined ? '/review' : `/review?match=${encodeURIComponent(match)}`;

export function useVisit(): Visit {
  return (useLocation().state as Visit | null) ?? {};
}

/** For the page's heading: takes the focus where the visit asks for it. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const { headingFirst } = useVisit();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (headingFirst) heading.current?.focus({ preventScroll: true });
  }, [headingFirst]);
  return heading;
}
