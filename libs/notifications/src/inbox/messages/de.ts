import type { NotificationKind } from '@wilma/domain';

/**
 * `named` tells whether there is a title: of the reader's own posting, of a match's need, or an
 * organisation's name.
 */
export const de: Readonly<Record<NotificationKind, string>> = {
  POSTING_TO_REVIEW:
    '{named, select, yes {„{title}“ wartet} other {Ein Eintrag wartet}} auf Ihre Prüfung.',
  POSTING_PUBLISHED: '{named, select, yes {„{title}“} other {Ihr Eintrag}} ist veröffentlicht.',
  POSTING_CHANGES_REQUESTED:
    '{named, select, yes {„{title}“ braucht} other {Ihr Eintrag braucht}} noch Änderungen, bevor er veröffentlicht wird.',
  POSTING_EXPIRING:
    '{named, select, yes {„{title}“ läuft} other {Ihr Eintrag läuft}} bald ab. Verlängern Sie ihn, wenn er noch gilt.',
  MATCH_TO_ANSWER:
    'Ein Vorschlag {named, select, yes {zu „{title}“ } other {}}wartet auf Ihre Antwort.',
  QUESTION_WAITING:
    'Eine Rückfrage {named, select, yes {zu „{title}“ } other {}}wartet darauf, weitergegeben zu werden.',
  QUESTION_RELAYED:
    'Die andere Seite hat {named, select, yes {zu „{title}“ } other {}}eine Rückfrage an Sie.',
  MATCH_BOTH_ANSWERED:
    'Beide Seiten haben {named, select, yes {zum Vorschlag für „{title}“ } other {}}geantwortet.',
  MATCH_INTRODUCED:
    'Beide Seiten haben {named, select, yes {zum Vorschlag für „{title}“ } other {}}zugesagt: Sie kennen sich jetzt.',
  MATCH_OVER:
    'Aus einem Vorschlag {named, select, yes {zu „{title}“ } other {}}ist nichts geworden.',
  MATCH_OVERDUE:
    'Ein Vorschlag {named, select, yes {für „{title}“ } other {}}wartet länger als vorgesehen auf eine Entscheidung.',
  POSTING_CONTACT_CHANGED:
    '{named, select, yes {„{title}“ hat} other {Ihr Eintrag hat}} einen neuen Kontakt: Wer es bisher war, hat das Konto löschen lassen.',
  MEMBER_JOINED:
    'Jemand mit einer Adresse Ihrer Mail-Domain gehört jetzt zu {named, select, yes {„{title}“} other {Ihrer Organisation}}.',
};
