import { Bounds, type Visibility } from '@wilma/domain';
import type { MessageId } from '../../lang/text.js';

/** What decides whether a posting can be submitted, typed or stored. */
export interface CheckedPosting {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly unknown[];
  readonly visibility: Visibility;
  readonly district: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** Whom a coordinator writes for. */
export interface CheckedCaller {
  readonly organisation: string;
  readonly contact: { readonly name: string; readonly mail: string };
}

export interface Problem {
  readonly path: string;
  readonly message: MessageId;
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is needed of whoever phoned before anything can be saved for them. */
export function findCallerProblems({ organisation, contact }: CheckedCaller): Problem[] {
  const problems: Problem[] = [];
  if (organisation === '') {
    problems.push({ path: 'organisation', message: 'form.problem.organisation' });
  }
  return [...problems, ...findContactProblems(contact)];
}

/** What is needed of somebody whom others name as the contact. */
export function findContactProblems({ name, mail }: CheckedCaller['contact']): Problem[] {
  const problems: Problem[] = [];
  if (name.trim() === '') {
    problems.push({ path: 'contact.name', message: 'form.problem.contactName' });
  }
  if (!MAIL.test(mail.trim())) {
    problems.push({ path: 'contact.mail', message: 'form.problem.contactMail' });
  }
  return problems;
}

/**
 * What can be said before asking the server, in the order of the form. A draft needs little more
 * than a title; what is submitted must be readable and findable.
 */
export function findProblems(values: CheckedPosting, purpose: 'save' | 'submit'): Problem[] {
  const problems: Problem[] = [];
  if (values.title.trim().length < Bounds.title.min) {
    problems.push({ path: 'title', message: 'form.problem.title' });
  }
  if (purpose === 'submit') {
    if (values.summary.trim() === '') {
      problems.push({ path: 'summary', message: 'form.problem.summary' });
    }
    if (values.tags.length === 0) problems.push({ path: 'tags', message: 'form.problem.tags' });
    if (values.visibility === 'BLINDED' && !values.district) {
      problems.push({ path: 'district', message: 'form.problem.district' });
    }
  }
  const { startsOn, endsOn } = values;
  if (startsOn && endsOn && endsOn < startsOn) {
    problems.push({ path: 'endsOn', message: 'form.problem.endBeforeStart' });
  }
  return problems;
}
