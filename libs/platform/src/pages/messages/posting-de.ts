/** Texts of the pages on which a contact agrees to a posting or renews it (ICU). */
export const postingDe = {
  greeting: 'Guten Tag {name},',
  example: 'Beispiel: Dieser Eintrag ist erfunden und dient nur der Vorführung.',
  tags: 'Schlagwörter',

  'confirm.title': '{kind, select, NEED {Ist das Ihr Bedarf?} other {Ist das Ihr Angebot?}}',
  'confirm.opening':
    'die Koordination hat für {organisation} aufgenommen, was hier steht, und Sie als Ansprechperson eingetragen. Ohne Ihr Ja wird nichts davon veröffentlicht.',
  'confirm.changed': 'Der Eintrag wurde eben geändert. Bitte lesen Sie ihn noch einmal.',
  'confirm.shown': 'Das wird veröffentlicht',
  'confirm.shown.NAMED': 'Der Name Ihrer Organisation steht dabei.',
  'confirm.shown.BLINDED':
    'Der Name Ihrer Organisation steht nicht dabei, nur Landkreis, Branche und Größe.',
  'confirm.shown.COORDINATORS_ONLY':
    'Der Eintrag wird nirgends veröffentlicht: Die Koordination sucht damit nach passenden Partnern.',
  'confirm.contact': 'Ansprechperson',
  'confirm.contact.private':
    'Diese Angaben werden nicht veröffentlicht. Eine andere Organisation erfährt sie erst, wenn beide Seiten einem Kontakt zugestimmt haben.',
  'confirm.answer': 'Ihre Antwort',
  'confirm.yes': 'Ja, das stimmt so',
  'confirm.no': 'Nein, das war ich nicht',
  'confirm.no.then':
    'Der Eintrag wird geschlossen und nie veröffentlicht. Soll nur etwas anders lauten, melden Sie sich bitte bei der Koordination.',
  'confirm.no.send': 'Nein absenden',

  'confirmed.title': 'Danke, Ihr Ja ist angekommen',
  'confirmed.published':
    'Der Eintrag ist veröffentlicht. Wir suchen jetzt nach passenden Partnern und melden uns, sobald jemand in Frage kommt.',
  'confirmed.review':
    'Die Koordination prüft den Eintrag noch und veröffentlicht ihn dann. Sie erhalten eine E-Mail, wenn es so weit ist.',
  'refused.title': 'Danke für Ihre Antwort',
  'refused.next':
    'Der Eintrag ist geschlossen und wird nicht veröffentlicht. Wir schreiben Ihnen dazu nicht mehr.',
  'resting.title': 'Der Eintrag wird gerade überarbeitet',
  'resting.next': 'Ihr Link gilt weiter. Bitte öffnen Sie ihn später noch einmal.',
  'over.title': 'Dieser Eintrag ist nicht mehr offen',
  'over.next': 'Sie müssen nichts weiter tun.',

  'renew.title': 'Ist dieser Eintrag noch aktuell?',
  'renew.ends':
    'Ihr Eintrag endet am {day, date, full}. Danach wird er nicht mehr gezeigt und nicht mehr vermittelt.',
  'renew.ended':
    'die Zeit Ihres Eintrags ist um. Er wird nicht mehr gezeigt und nicht mehr vermittelt.',
  'renew.button': 'Ja, verlängern',
  'renew.nothing': 'Hat er sich erledigt, müssen Sie nichts tun.',
  'renewed.title': 'Der Eintrag ist veröffentlicht',
  'renewed.next': 'Er gilt bis {day, date, full}.',
};

export type PostingPageMessage = keyof typeof postingDe;
