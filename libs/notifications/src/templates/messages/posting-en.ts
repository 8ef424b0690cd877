import type { PostingMailMessage } from './posting-de.js';

export const postingEn: Readonly<Record<PostingMailMessage, string>> = {
  'footer.reason': 'You receive this email as the contact person for “{own}”.',
  'footer.once':
    'You receive this email because the coordinators were given your name as the contact person for “{own}”.',

  'confirm.subject':
    '{kind, select, NEED {Is this your need?} other {Is this your offer?}} Please confirm: {title}',
  'confirm.preview': 'Nothing is published without your yes.',
  'confirm.opening':
    '{kind, select, NEED {We have noted down a need of {organisation}} other {We have noted down an offer of {organisation}}} and entered you as the contact person. Nothing of it is published without your yes.',
  'confirm.next': 'What happens next',
  'confirm.yes': 'Yes',
  'confirm.yes.then':
    '{visibility, select, NAMED {The posting is published with the name of your organisation.} BLINDED {The posting is published without the name of your organisation.} other {The posting is matched, but published nowhere.}} Your contact details are told to nobody until you allow it.',
  'confirm.no': 'No',
  'confirm.no.then': 'The posting is closed and never published.',
  'confirm.nothing': 'No answer',
  'confirm.nothing.then':
    'Then it stays that way: nothing is published, and we do not write to you a second time.',
  'confirm.button': 'View and answer',
  'confirm.hint': 'You say yes or no on the page that opens, not before.',
  'confirm.data': 'About your data',
  'confirm.source': 'Where from',
  'confirm.source.is':
    'We were given your name, your address and, where there is one, your phone number in a conversation with the coordinators or by {organisation}.',
  'confirm.purpose': 'What for',
  'confirm.purpose.is': 'Only to ask you about this posting and, if you agree, for it.',
  'confirm.period': 'How long',
  'confirm.period.is':
    'Without your yes we delete them {keptDays, plural, one {after # day} other {after # days}}, after a no during the next night.',
  'confirm.rights': 'Your rights',
  'confirm.rights.are':
    'Access, correction and deletion, objection, and a complaint to the data protection authority. Who is responsible is told under “Imprint and privacy” at the end of this email.',

  'changes.subject': 'Please revise: {title}',
  'changes.preview': 'The coordinators have a comment on your posting.',
  'changes.opening': 'The coordinators have read your posting “{own}” and ask you to revise it.',
  'changes.note': 'Comment of the coordinators',
  'changes.button': 'Revise the posting',
  'changes.hint': 'Please hand it in again afterwards. We will look at it soon.',
  'changes.contactless': 'Just get in touch with the coordinators: we make the changes for you.',

  'published.subject': 'Reviewed and published: {title}',
  'published.preview': 'Your posting is published now; we are looking for partners.',
  'published.opening':
    'The coordinators have reviewed and published your posting “{own}”. We are now looking for partners and write as soon as we find somebody.',
  'published.until':
    'The posting is listed until {day, date, long}. In good time before that we ask you whether it is still current.',
  'published.button': 'View the posting',

  'expiring.subject': 'Still current? {title}',
  'expiring.preview': 'Your posting ends on {day, date, long}. You renew it with one click.',
  'expiring.opening':
    'Your posting “{own}” ends on {day, date, long}. After that it is neither shown nor matched.',
  'expiring.hint':
    'You renew it on the page that opens, not before. If it is no longer needed, there is nothing to do.',

  'expired.subject': 'No longer published: {title}',
  'expired.preview': 'The time of your posting is over. You can publish it again.',
  'expired.opening':
    'The time of your posting “{own}” is over. It is no longer shown, and open matches of it have ended.',
  'expired.hint':
    'If it is still current, you publish it again with one click on the page that opens. If it is no longer needed, there is nothing to do.',
  'renew.button': 'View and renew',
};
