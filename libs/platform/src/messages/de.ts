import { type ErrorCode, NAMES, type ProblemKey } from '@wilma/domain';
import type { Words } from './words.js';

export const words: Words = {
  ...NAMES.de,
  formerMember: 'Ehemaliges Mitglied',
  postingKind: { NEED: 'Bedarf', OFFER: 'Angebot' },
  someone: { NEED: 'ein Unternehmen', OFFER: 'eine Einrichtung' },
};

/** What is wrong with one input (ICU). */
export const problems: Readonly<Record<ProblemKey, string>> = {
  alreadyInvited:
    'Diese Adresse wurde schon einmal eingeladen und bekommt keine weitere E-Mail. Bitte sprechen Sie die Person selbst an; auf ihren Wunsch lädt die Koordination sie erneut ein.',
  alreadyMember: 'Diese Person gehört der Organisation schon an.',
  badCharacters: 'Der Text enthält unzulässige Zeichen.',
  badCursor: 'Diese Stelle der Liste gibt es nicht.',
  badDate: 'Bitte geben Sie ein gültiges Datum an.',
  badDomain: 'Bitte geben Sie nur an, was hinter dem @ steht, zum Beispiel „beispiel.de“.',
  badMail: 'Bitte geben Sie eine gültige E-Mail-Adresse an.',
  badUrl: 'Bitte geben Sie eine vollständige Webadresse an, zum Beispiel https://www.example.org.',
  duplicateTag: 'Dieses Schlagwort ist schon vergeben.',
  endBeforeStart: 'Das Ende liegt vor dem Beginn.',
  foreignOrganisation: 'Für diese Organisation dürfen Sie nicht handeln.',
  invalid: 'Diese Angabe ist ungültig.',
  lastManager:
    'Ohne diese Person hätte die Organisation niemanden mehr, der sie verwaltet. Bitte machen Sie zuerst jemand anderen zur Verwalterin oder zum Verwalter.',
  mustBeFuture: 'Der Zeitpunkt muss in der Zukunft liegen.',
  mustBeVerified:
    'Die Koordination hat diese Organisation noch nicht bestätigt. Erst danach können Sie andere einladen.',
  mustChooseOrganisation: 'Bitte wählen Sie, für welche Organisation Sie handeln.',
  mustConfirmAddress:
    'Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse: Der Link steht in der E-Mail, die Sie nach dem Anlegen Ihres Kontos erhalten haben.',
  notAllowedValue: 'Dieser Wert steht nicht zur Auswahl.',
  notMember: 'Diese Person gehört der Organisation nicht an.',
  openPostings:
    'Danach wäre niemand mehr für diese Einträge da: {titles}. Bitte schließen oder übergeben Sie sie zuerst.',
  outOfRange: 'Bitte geben Sie eine ganze Zahl von {min, number} bis {max, number} an.',
  publicDomain:
    'Bei diesem Anbieter kann jede Person eine Adresse bekommen. Bitte geben Sie eine Domain an, die nur Ihrer Organisation gehört.',
  reasonNeeded: 'Bitte wählen Sie einen Grund.',
  required: 'Diese Angabe fehlt.',
  revealsIdentity:
    'Der Text verrät, von wem er kommt (Name, Website, Telefon oder eine E-Mail-Adresse). Bitte lassen Sie das weg.',
  tagCircle: 'Damit stünde ein Schlagwort unter sich selbst.',
  tagRetired: 'Dieses Schlagwort verwenden die Koordinatoren nicht mehr.',
  textNeeded: 'Bitte beschreiben Sie es mit einigen Worten.',
  tooFew: 'Mindestens {min, plural, one {# Eintrag} other {# Einträge}}.',
  tooLong: 'Höchstens {max, plural, one {# Zeichen} other {# Zeichen}}.',
  tooMany: 'Höchstens {max, plural, one {# Eintrag} other {# Einträge}}.',
  tooManyInvitations:
    'Für heute sind genug Einladungen verschickt. Bitte versuchen Sie es morgen noch einmal.',
  tooManyQuestions:
    'Zu diesem Vorschlag haben Sie schon {max, plural, one {# Frage} other {# Fragen}} gestellt.',
  tooManyUnverified:
    'Sie haben schon {max, plural, one {# Organisation, die noch nicht bestätigt ist} other {# Organisationen, die noch nicht bestätigt sind}}. Bitte warten Sie, bis die Koordination das getan hat.',
  tooShort: 'Mindestens {min, plural, one {# Zeichen} other {# Zeichen}}.',
  unknownTag: 'Dieses Schlagwort gibt es nicht.',
  wordTaken: '„{word}“ gehört schon zum Schlagwort „{tag}“.',
};

/** What a refusal means, for somebody who sees no more than that. */
export const codes: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Bitte melden Sie sich an.',
  FORBIDDEN: 'Dazu sind Sie nicht berechtigt.',
  NOT_FOUND: 'Das gibt es nicht, oder es ist für Sie nicht sichtbar.',
  BAD_USER_INPUT: 'Bitte prüfen Sie Ihre Angaben.',
  CONFLICT: 'Das hat sich inzwischen geändert. Bitte laden Sie die Seite neu.',
  RATE_LIMITED: 'Das war zu viel auf einmal. Bitte versuchen Sie es später noch einmal.',
  INTERNAL: 'Da ist uns ein Fehler unterlaufen. Bitte versuchen Sie es später noch einmal.',
};

/** How a posting is described in rows of a label and a value (ICU). */
export const facts = {
  from: 'Von',
  cooperation: 'Zusammenarbeit',
  budget: 'Budget',
  start: 'Beginn',
  startFrom: 'ab {day, date, long}',
  startOpen: 'nach Absprache',
  readiness: 'Reifegrad',
  readinessLevel: 'TRL {level, number}, {meaning}',
  effort: 'Aufwand',
  effortNow: 'zwei Minuten für die Antwort; sagen beide Ja, ein erstes Gespräch',
};
