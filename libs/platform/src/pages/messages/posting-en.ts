import type { PostingPageMessage } from './posting-de.js';

export const postingEn: Readonly<Record<PostingPageMessage, string>> = {
  greeting: 'Hello {name},',
  example: 'Example: this posting is invented and serves as a demonstration only.',
  tags: 'Tags',

  'confirm.title': '{kind, select, NEED {Is this your need?} other {Is this your offer?}}',
  'confirm.opening':
    'the coordinators have noted down for {organisation} what you see here, and entered you as the contact person. Nothing of it is published without your yes.',
  'confirm.changed': 'The posting was changed just now. Please read it again.',
  'confirm.shown': 'This will be published',
  'confirm.shown.NAMED': 'The name of your organisation is given with it.',
  'confirm.shown.BLINDED':
    'The name of your organisation is not given, only its district, sector and size.',
  'confirm.shown.COORDINATORS_ONLY':
    'The posting is published nowhere: the coordinators use it to look for partners.',
  'confirm.contact': 'Contact person',
  'confirm.contact.private':
    'These details are not published. Another organisation learns them only when both sides have agreed to be introduced.',
  'confirm.answer': 'Your answer',
  'confirm.yes': 'Yes, this is right',
  'confirm.no': 'No, that was not me',
  'confirm.no.then':
    'The posting is closed and never published. If only something should be put differently, please get in touch with the coordinators.',
  'confirm.no.send': 'Send my no',

  'confirmed.title': 'Thank you, we have your yes',
  'confirmed.published':
    'The posting is published. We are now looking for partners and write as soon as we find somebody.',
  'confirmed.review':
    'The coordinators review the posting and then publish it. You receive an email when that is done.',
  'refused.title': 'Thank you for your answer',
  'refused.next':
    'The posting is closed and will not be published. We will not write to you about it again.',
  'resting.title': 'The posting is being revised',
  'resting.next': 'Your link stays valid. Please open it again later.',
  'over.title': 'This posting is no longer open',
  'over.next': 'There is nothing more for you to do.',

  'renew.title': 'Is this posting still current?',
  'renew.ends':
    'your posting ends on {day, date, full}. After that it is neither shown nor matched.',
  'renew.ended': 'the time of your posting is over. It is neither shown nor matched any more.',
  'renew.button': 'Yes, renew it',
  'renew.nothing': 'If it is no longer needed, there is nothing to do.',
  'renewed.title': 'The posting is published',
  'renewed.next': 'It is listed until {day, date, full}.',
};
