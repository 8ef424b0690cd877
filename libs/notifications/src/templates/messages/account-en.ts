import type { accountDe } from './account-de.js';

export const accountEn: Record<keyof typeof accountDe, string> = {
  'CONFIRM_ADDRESS.subject': 'Please confirm your email address',
  'CONFIRM_ADDRESS.preview': 'One click is missing, then you can take part in Wilma.',
  'CONFIRM_ADDRESS.opening':
    'An account in Wilma was created with this address. Please confirm that it is yours. Nothing happens in your name before that.',
  'CONFIRM_ADDRESS.button': 'Confirm the address',
  'CONFIRM_ADDRESS.until':
    'The link is valid until {until, date, full}. You confirm on the page that opens.',
  'CONFIRM_ADDRESS.nothing':
    'You did not create an account? Then there is nothing for you to do. Unless you confirm, we write no further.',
  'CONFIRM_ADDRESS.reason':
    'You receive this email because an account in Wilma was created with your address.',

  'SIGN_IN_LINK.subject': 'Your link to sign in to Wilma',
  'SIGN_IN_LINK.preview': 'It is valid for ten minutes, and once.',
  'SIGN_IN_LINK.opening': 'This link signs you in without a password.',
  'SIGN_IN_LINK.button': 'Sign in to Wilma',
  'SIGN_IN_LINK.until':
    'The link works once, until {until, time, short}. You sign in on the page that opens.',
  'SIGN_IN_LINK.nothing':
    'You did not ask for a link? Then there is nothing for you to do. Please pass it on to nobody.',
  'SIGN_IN_LINK.reason':
    'You receive this email because somebody asked for a link for your address on the sign-in page of Wilma.',

  'RESET_PASSWORD.subject': 'A new password for Wilma',
  'RESET_PASSWORD.preview': 'The link is valid for an hour, and once.',
  'RESET_PASSWORD.opening': 'With this link you set a new password for your account.',
  'RESET_PASSWORD.button': 'Set a new password',
  'RESET_PASSWORD.until': 'The link works once, until {until, time, short}.',
  'RESET_PASSWORD.nothing':
    'You did not want a new password? Then there is nothing for you to do: the old one stays valid. Please pass the link on to nobody.',
  'RESET_PASSWORD.reason':
    'You receive this email because somebody asked for a new password for your address.',

  'TEST.subject': 'Test mail from Wilma',
  'TEST.preview': 'Wilma can send you emails.',
  'TEST.opening':
    'this email took the same way as all others. If you read it, Wilma can send emails.',
  'TEST.reason': 'You get this email because you asked for a test in the administration of Wilma.',
};
