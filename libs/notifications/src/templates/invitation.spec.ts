import { describe, expect, it } from '@jest/globals';
import { renderInvitation } from './index.js';
import { invitation } from './mails.fixture.js';

describe('the mail that invites', () => {
  it.each([
    ['de', 'MEMBER', /^Guten Tag,\n\nErika Muster lädt Sie ein/, /jemand von Beispielinstitut/],
    ['de', 'STAFF', /^Guten Tag,\n/, /die Koordination von Wilma Sie für Beispielinstitut/],
    ['en', 'MEMBER', /^Hello,\n\nErika Muster invites you/, /somebody from Beispielinstitut/],
    ['en', 'STAFF', /^Hello,\n/, /the coordinators of Wilma invited you to join Beispielinstitut/],
  ] as const)(
    'greets nobody by their address and says who asks (%s, %s)',
    async (locale, by, opening, reason) => {
      const { text } = await renderInvitation({ ...invitation(locale, by), demo: false });
      expect(text).toMatch(opening);
      expect(text.replace(/\s+/g, ' ')).toMatch(reason);
    },
  );
});
