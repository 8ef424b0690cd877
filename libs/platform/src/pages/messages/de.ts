/** Texts of the pages behind links in mails (ICU). */
export const de = {
  operatedBy: 'Betreiber von Wilma: {operator}',
  imprint: 'Impressum und Datenschutz',
  toWilma: 'Zu Wilma',

  'ask.title': 'Möchten Sie Kontakt?',
  'ask.greeting': 'Guten Tag {name},',
  'ask.opening':
    '{side, select, NEED {zu Ihrem Bedarf „{own}“ gibt es ein Angebot, das passen könnte.} other {zu Ihrem Angebot „{own}“ gibt es einen Bedarf, der passen könnte.}}',
  'ask.example': 'Beispiel: Diese Einträge sind erfunden und dienen nur der Vorführung.',
  'ask.why': 'Warum dieser Vorschlag?',
  'ask.open': 'Noch offen',
  'ask.answer': 'Ihre Antwort',
  'ask.deadline': 'Bitte antworten Sie bis {deadline, date, full}.',
  'ask.privacy':
    'Ihren Namen und Ihre Kontaktdaten erfährt die andere Seite erst, wenn beide Ja gesagt haben. Diesen Vorschlag hat ein Mensch aus der Koordination geprüft und freigegeben.',
  'ask.takenBack': 'Ihr Ja ist zurückgenommen. Sie können neu antworten.',
  'ask.questionAsked':
    'Ihre Frage liegt bei der Koordination. Sie können trotzdem schon antworten.',
  'ask.yes': 'Ja, ich möchte Kontakt',
  'ask.no': 'Nein, passt nicht',
  'ask.question': 'Ich habe eine Frage',
  'ask.reason': 'Was passt nicht?',
  'ask.chooseReason': 'Bitte wählen',
  'ask.note': 'Möchten Sie dazu etwas sagen? (freiwillig, bei „Ein anderer Grund“ nötig)',
  'ask.noNote':
    'Die andere Seite erfährt weder Ihren Namen noch den Grund. Er hilft, Ihnen künftig Passenderes vorzuschlagen.',
  'ask.sendNo': 'Nein absenden',
  'ask.yourQuestion': 'Ihre Frage an die andere Seite',
  'ask.questionNote':
    'Die Koordination gibt sie ohne Ihren Namen weiter. Bitte nennen Sie sich auch im Text nicht. Bis zur Antwort ruht die Frist.',
  'ask.sendQuestion': 'Frage absenden',
  'ask.problem': 'Ihre Antwort wurde noch nicht gespeichert.',

  'exchange.title': 'Eine Frage an Sie',
  'exchange.question.ME': 'Ihre Frage',
  'exchange.question.THEM': 'Frage der anderen Seite',
  'exchange.answer.ME': 'Antwort',
  'exchange.answer.THEM': 'Ihre Antwort',
  'exchange.yourReply': 'Ihre Antwort auf diese Frage',
  'exchange.privacy':
    'Die Koordination gibt sie ohne Ihren Namen weiter. Bitte nennen Sie sich auch im Text nicht.',
  'exchange.send': 'Antwort absenden',

  'answered.INTERESTED.title': 'Danke, Ihr Ja ist angekommen',
  'answered.INTERESTED.next':
    'Sagt auch die andere Seite Ja, erhalten Sie beide eine E-Mail mit den Kontaktdaten. Wird nichts daraus, erfahren Sie es ebenfalls per E-Mail.',
  'answered.INTRODUCED.title': 'Beide Seiten haben Ja gesagt',
  'answered.INTRODUCED.next':
    'Die Kontaktdaten kommen per E-Mail, an Sie und an die andere Seite. Auf dieser Seite stehen sie aus Gründen des Datenschutzes nicht.',
  'answered.DECLINED.title': 'Danke für Ihre Antwort',
  'answered.DECLINED.next':
    'Der Vorschlag ist damit beendet. Weder Ihr Name noch der Grund werden weitergegeben. Ihr Grund hilft, Ihnen künftig Passenderes vorzuschlagen.',
  'answered.QUESTION.title': 'Danke, Ihre Frage ist angekommen',
  'answered.QUESTION.next':
    'Die Koordination gibt sie ohne Ihren Namen an die andere Seite weiter. Bis zur Antwort ruht die Frist.',
  'answered.about': 'Vorschlag: {title}',
  'answered.mayTakeBack':
    'Solange die andere Seite nicht geantwortet hat, können Sie Ihr Ja zurücknehmen.',
  'answered.takeBack': 'Ja zurücknehmen',
  'answered.backToMatch': 'Zurück zum Vorschlag',

  'closed.title': 'Dieser Vorschlag ist nicht mehr offen',
  'closed.next': 'Sie müssen nichts weiter tun.',
  'tooMuch.title': 'Das war zu viel auf einmal',
  'tooMuch.next': 'Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.',
  'invalid.title': 'Dieser Link gilt nicht oder nicht mehr',
  'invalid.next':
    'Bitte öffnen Sie den Link aus der neuesten E-Mail dazu, und achten Sie darauf, dass er vollständig ist.',

  signIn: 'Zur Anmeldung',
  'confirmAddress.title': 'Ist das Ihre E-Mail-Adresse?',
  'confirmAddress.consent':
    'Mit der Bestätigung gehört diese Adresse zu Ihrem Konto in Wilma. Wir schreiben Ihnen dorthin, was Ihr Konto, Ihre Einträge und Vorschläge dazu betrifft. Werbung ist nicht dabei. Sie können Ihr Konto jederzeit löschen lassen; dann schreiben wir Ihnen nicht mehr.',
  'confirmAddress.button': 'Ja, Adresse bestätigen',
  'confirmAddress.nothing':
    'Sie haben kein Konto angelegt? Dann schließen Sie diese Seite: Ohne Ihre Bestätigung geschieht nichts unter dieser Adresse.',
  'addressConfirmed.title': 'Danke, Ihre Adresse ist bestätigt',
  'addressConfirmed.next': 'Ab jetzt können Sie in Wilma mitwirken.',
  'signInLink.title': 'In Wilma anmelden',
  'signInLink.next': 'Mit dem Knopf melden Sie sich in diesem Browser an. Der Link gilt einmal.',
  'signInLink.button': 'Jetzt anmelden',
  'signInLink.nothing':
    'Sie haben keinen Link angefordert? Dann schließen Sie diese Seite und geben Sie den Link niemandem weiter.',
  'resetPassword.title': 'Neues Passwort setzen',
  'resetPassword.next':
    'Danach gilt nur noch das neue Passwort, und alle angemeldeten Geräte werden abgemeldet.',
  'resetPassword.label': 'Neues Passwort',
  'resetPassword.hint':
    'Mindestens {min, number} Zeichen. Mehrere Wörter hintereinander sind gut zu merken.',
  'resetPassword.button': 'Passwort speichern',
  'passwordReset.title': 'Ihr neues Passwort gilt',
  'passwordReset.next': 'Bitte melden Sie sich damit an.',
  'usedLink.title': 'Dieser Link gilt nicht mehr',
  'usedLink.next':
    'Er gilt einmal und nur kurze Zeit. Auf der Anmeldeseite können Sie sich einen neuen schicken lassen.',

  'unsubscribe.title': 'Morgendliche Übersicht abbestellen?',
  'unsubscribe.next':
    'Dann schreibt Ihnen Wilma morgens nicht mehr, was auf Sie wartet. Alle anderen E-Mails kommen weiter.',
  'unsubscribe.button': 'Ja, abbestellen',
  'unsubscribed.title': 'Die Übersicht ist abbestellt',
  'unsubscribed.next':
    'Sie erhalten morgens keine Übersicht mehr. Alle anderen E-Mails kommen weiter. In Ihren Einstellungen können Sie die Übersicht wieder einschalten.',
};

export type PageMessage = keyof typeof de;
