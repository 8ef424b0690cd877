/** The coordinators' digest (ICU). */
export const digestDe = {
  subject: 'Heute in Wilma: {parts}',
  opening: 'das wartet heute auf Sie:',
  'short.SUGGESTIONS': '{count, plural, one {# Vorschlag} other {# Vorschläge}}',
  'short.QUESTIONS': '{count, plural, one {# Frage} other {# Fragen}}',
  'short.ANSWERED': '{count, plural, one {# Antwort} other {# Antworten}}',
  'short.OVERDUE': '{count, plural, one {# abgelaufene Frist} other {# abgelaufene Fristen}}',
  'short.POSTINGS': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'short.MAILS': '{count, plural, one {# Problem mit E-Mails} other {# Probleme mit E-Mails}}',
  'heading.SUGGESTIONS':
    '{count, plural, one {# Vorschlag ist zu prüfen} other {# Vorschläge sind zu prüfen}}',
  'heading.QUESTIONS':
    '{count, plural, one {# Frage oder Antwort ist weiterzugeben} other {# Fragen oder Antworten sind weiterzugeben}}',
  'heading.ANSWERED':
    '{count, plural, one {Zu # Vorschlag} other {Zu # Vorschlägen}} kam seit dem letzten Arbeitstag eine Antwort',
  'heading.OVERDUE':
    '{count, plural, one {Bei # Vorschlag} other {Bei # Vorschlägen}} ist in den letzten sieben Tagen die Frist zur Antwort abgelaufen',
  'heading.POSTINGS':
    '{count, plural, one {# Eintrag ist zu prüfen} other {# Einträge sind zu prüfen}}',
  'heading.MAILS':
    '{count, plural, one {# E-Mail der letzten sieben Tage konnte} other {# E-Mails der letzten sieben Tage konnten}} nicht zugestellt werden',
  more: '{count, plural, one {und # weiterer Punkt} other {und # weitere Punkte}}',
  button: 'Zur Prüfung',
  reason:
    'Sie erhalten diese Übersicht an Arbeitstagen, an denen etwas wartet, weil Sie in Wilma koordinieren.',
  leave: 'Diese Übersicht abbestellen',
};
export type DigestMessage = keyof typeof digestDe;
