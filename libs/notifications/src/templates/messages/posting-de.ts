/** Texts of the mails about one's own posting (ICU). */
export const postingDe = {
  'footer.reason': 'Sie erhalten diese E-Mail als Ansprechperson für „{own}“.',
  'footer.once':
    'Sie erhalten diese E-Mail, weil Sie der Koordination als Ansprechperson für „{own}“ genannt wurden.',

  'confirm.subject':
    '{kind, select, NEED {Ist das Ihr Bedarf?} other {Ist das Ihr Angebot?}} Bitte bestätigen: {title}',
  'confirm.preview': 'Ohne Ihr Ja wird nichts veröffentlicht.',
  'confirm.opening':
    '{kind, select, NEED {wir haben einen Bedarf von {organisation} aufgenommen} other {wir haben ein Angebot von {organisation} aufgenommen}} und Sie als Ansprechperson eingetragen. Ohne Ihr Ja wird nichts davon veröffentlicht.',
  'confirm.next': 'Wie es weitergeht',
  'confirm.yes': 'Ja',
  'confirm.yes.then':
    '{visibility, select, NAMED {Der Eintrag wird mit dem Namen Ihrer Organisation veröffentlicht.} BLINDED {Der Eintrag wird ohne den Namen Ihrer Organisation veröffentlicht.} other {Der Eintrag wird vermittelt, aber nirgends veröffentlicht.}} Ihre Kontaktdaten erfährt nur, wem Sie es später erlauben.',
  'confirm.no': 'Nein',
  'confirm.no.then': 'Der Eintrag wird geschlossen und nie veröffentlicht.',
  'confirm.nothing': 'Keine Antwort',
  'confirm.nothing.then':
    'Dann bleibt es dabei: Nichts wird veröffentlicht, und wir schreiben Ihnen kein zweites Mal.',
  'confirm.button': 'Ansehen und antworten',
  'confirm.hint': 'Erst auf der Seite, die sich öffnet, sagen Sie Ja oder Nein.',
  'confirm.data': 'Zu Ihren Daten',
  'confirm.source': 'Woher',
  'confirm.source.is':
    'Ihren Namen, Ihre Adresse und gegebenenfalls Ihre Telefonnummer haben wir in einem Gespräch mit der Koordination oder von {organisation} erhalten.',
  'confirm.purpose': 'Wozu',
  'confirm.purpose.is': 'Nur, um Sie nach diesem Eintrag zu fragen und, wenn Sie zustimmen, dazu.',
  'confirm.period': 'Wie lange',
  'confirm.period.is':
    'Ohne Ihr Ja löschen wir sie {keptDays, plural, one {nach # Tag} other {nach # Tagen}}, nach einem Nein in der nächsten Nacht.',
  'confirm.rights': 'Ihre Rechte',
  'confirm.rights.are':
    'Auskunft, Berichtigung und Löschung, Widerspruch und Beschwerde bei der Datenschutzaufsicht. Wer verantwortlich ist, steht unter „Impressum und Datenschutz“ am Ende dieser E-Mail.',

  'changes.subject': 'Bitte überarbeiten: {title}',
  'changes.preview': 'Die Koordination hat eine Rückmeldung zu Ihrem Eintrag.',
  'changes.opening':
    'die Koordination hat Ihren Eintrag „{own}“ gelesen und bittet Sie, ihn zu überarbeiten.',
  'changes.note': 'Rückmeldung der Koordination',
  'changes.button': 'Eintrag überarbeiten',
  'changes.hint': 'Reichen Sie ihn danach erneut ein. Wir sehen ihn uns dann gleich wieder an.',
  'changes.contactless':
    'Melden Sie sich einfach bei der Koordination: Wir tragen die Änderungen für Sie ein.',

  'published.subject': 'Geprüft und veröffentlicht: {title}',
  'published.preview': 'Ihr Eintrag ist jetzt veröffentlicht, wir suchen nach passenden Partnern.',
  'published.opening':
    'die Koordination hat Ihren Eintrag „{own}“ geprüft und veröffentlicht. Wir suchen jetzt nach passenden Partnern und melden uns, sobald jemand in Frage kommt.',
  'published.until':
    'Der Eintrag gilt bis {day, date, long}. Rechtzeitig vorher fragen wir Sie, ob er noch aktuell ist.',
  'published.button': 'Eintrag ansehen',

  'expiring.subject': 'Noch aktuell? {title}',
  'expiring.preview': 'Ihr Eintrag endet am {day, date, long}. Mit einem Klick verlängern Sie ihn.',
  'expiring.opening':
    'Ihr Eintrag „{own}“ endet am {day, date, long}. Danach wird er nicht mehr gezeigt und nicht mehr vermittelt.',
  'expiring.hint':
    'Erst auf der Seite, die sich öffnet, verlängern Sie. Hat sich der Eintrag erledigt, müssen Sie nichts tun.',

  'expired.subject': 'Nicht mehr veröffentlicht: {title}',
  'expired.preview': 'Die Zeit Ihres Eintrags ist um. Sie können ihn wieder veröffentlichen.',
  'expired.opening':
    'die Zeit Ihres Eintrags „{own}“ ist um. Er wird nicht mehr gezeigt, und offene Vorschläge dazu sind beendet.',
  'expired.hint':
    'Ist er noch aktuell, veröffentlichen Sie ihn auf der Seite, die sich öffnet, mit einem Klick wieder. Hat er sich erledigt, müssen Sie nichts tun.',
  'renew.button': 'Ansehen und verlängern',
};

export type PostingMailMessage = keyof typeof postingDe;
