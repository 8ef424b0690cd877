/** Texts of the mails (ICU). After a German salutation the first sentence goes on in lower case. */
export const de = {
  'salutation.MS': 'Sehr geehrte Frau {name},',
  'salutation.MR': 'Sehr geehrter Herr {name},',
  'salutation.NONE': 'Guten Tag {name},',
  'salutation.nameless': 'Guten Tag,',
  'person.MS': 'Frau {name}',
  'person.MR': 'Herr {name}',
  'person.NONE': '{name}',

  example: 'Beispiel: Diese Einträge sind erfunden und dienen nur der Vorführung.',
  'example.subject': '[Beispiel] {subject}',
  regards: 'Freundliche Grüße',
  coordination: 'Koordination, {operator}',
  'footer.reason': 'Sie erhalten diese E-Mail als Ansprechperson für „{own}“.',
  'footer.reason.several': 'Sie erhalten diese E-Mail als Ansprechperson für Einträge in Wilma.',
  'footer.operator': 'Betreiber von Wilma: {operator}',
  'footer.imprint': 'Impressum und Datenschutz',

  'erasure.subject': 'Ihr Konto wird am {dueAt, date, long} gelöscht',
  'erasure.preview': 'Wenn Sie es behalten möchten, genügt ein Klick.',
  'erasure.opening':
    'wie gewünscht löschen wir am {dueAt, date, full} Ihr Konto und alles, was über Sie gespeichert ist.',
  'erasure.what':
    'Einträge, deren Kontakt Sie sind, übernimmt dann eine Kollegin oder ein Kollege aus Ihrer Organisation. Wo niemand da ist, werden sie geschlossen. Was geschehen ist, bleibt nachvollziehbar, aber ohne Ihren Namen.',
  'erasure.held':
    'Das hält die Löschung noch auf, längstens bis {latestAt, date, long}; danach löschen wir in jedem Fall:',
  'erasure.hold.LAST_MANAGER':
    'Niemand sonst vertritt {about}, und {count, plural, one {# Eintrag ist} other {# Einträge sind}} veröffentlicht. Laden Sie jemanden ein oder schließen Sie, was veröffentlicht ist.',
  'erasure.hold.RUNNING_MATCH':
    'Zu „{about}“ {count, plural, one {läuft noch ein Vorschlag} other {laufen noch # Vorschläge}}.',
  'erasure.keep': 'Konto behalten',
  'erasure.keepHint':
    'Der Link gilt, bis das Konto gelöscht ist. Sie brauchen sich dafür nicht anzumelden.',
  'erasure.nothing':
    'Sonst brauchen Sie nichts zu tun. Nach der Löschung schreiben wir Ihnen nicht mehr, auch nicht zur Bestätigung. Haben Sie das nicht gewünscht? Dann behalten Sie Ihr Konto und ändern Sie bitte Ihr Passwort.',
  'erasure.reason': 'Sie erhalten diese E-Mail, weil für Ihr Konto die Löschung gewünscht wurde.',

  'invitation.subject': 'Einladung: für {organisation} in Wilma mitwirken',
  'invitation.preview': 'Gültig bis {until, date, full}',
  'invitation.opening': '{inviter} lädt Sie ein, in Wilma für {organisation} mitzuwirken.',
  'invitation.what':
    'Wilma bringt Unternehmen und Hochschulen der Lausitz zusammen. Wenn Sie annehmen, können Sie die Einträge Ihrer Organisation sehen, neue einstellen und auf Vorschläge antworten. Sie brauchen dafür ein Konto mit dieser E-Mail-Adresse.',
  'invitation.button': 'Einladung ansehen',
  'invitation.until': 'Die Einladung gilt bis {until, date, full}.',
  'invitation.nothing':
    'Wenn Sie nicht mitwirken möchten, brauchen Sie nichts zu tun: Wir erinnern Sie nicht und löschen Ihre Adresse sechs Monate nach Ende der Einladung. Bis dahin laden wir Sie für diese Organisation nur dann noch einmal ein, wenn Sie die Koordination darum bitten.',
  'invitation.rights':
    'Auskunft, Berichtigung und Löschung Ihrer Daten können Sie jederzeit verlangen, auch sofort: siehe „Impressum und Datenschutz“ unten.',
  'invitation.reason':
    'Sie erhalten diese E-Mail, weil {by, select, STAFF {die Koordination von Wilma Sie für {organisation} eingeladen hat} other {jemand von {organisation} Ihre Adresse angegeben hat}}.',

  'ask.subject':
    '{side, select, NEED {Angebot zu Ihrem Bedarf} other {Bedarf, der zu Ihnen passt}}: {title}',
  'ask.preview': 'Antwort bis {deadline, date, full}: {summary}',
  'ask.opening':
    '{side, select, NEED {{party} hat ein Angebot veröffentlicht, das zu Ihrem Bedarf „{own}“ passen könnte.} other {{party} hat einen Bedarf gemeldet, zu dem Ihr Angebot „{own}“ passen könnte.}} Möchten Sie Kontakt?',
  'ask.why': 'Warum dieser Vorschlag?',
  'ask.open': 'Noch offen',
  'ask.next': 'Wie es weitergeht',
  'ask.yes': 'Ja',
  'ask.yes.then': 'Sagt die andere Seite auch Ja, stellen wir Sie einander per E-Mail vor.',
  'ask.no': 'Nein',
  'ask.no.then': 'Ein Grund genügt; die andere Seite erfährt weder ihn noch Ihren Namen.',
  'ask.question': 'Frage',
  'ask.question.then':
    'Die Koordination gibt sie ohne Ihren Namen weiter, die Frist ruht so lange.',
  'ask.privacy':
    'Ihren Namen und Ihre Kontaktdaten erfährt die andere Seite erst, wenn beide Ja gesagt haben. Diesen Vorschlag hat ein Mensch aus der Koordination geprüft und freigegeben.',
  'ask.button': 'Ansehen und antworten',
  'ask.deadline':
    'Bitte antworten Sie bis {deadline, date, full}. Erst auf der Seite, die sich öffnet, geben Sie Ihre Antwort.',

  'ask.several.subject': '{count} Vorschläge warten auf Ihre Antwort: {title}',
  'ask.several.preview': 'Antwort bis {deadline, date, full}: {titles}',
  'ask.several.opening':
    'für Ihre Einträge gibt es {count} Vorschläge, die passen könnten. Bitte antworten Sie auf jeden einzeln, bis {deadline, date, full}. Erst auf der Seite, die sich öffnet, geben Sie Ihre Antwort.',
  'ask.several.match':
    '{number}. {side, select, NEED {Angebot zu Ihrem Bedarf „{own}“} other {Bedarf zu Ihrem Angebot „{own}“}}',
  'ask.several.privacy':
    'Ihren Namen und Ihre Kontaktdaten erfährt eine andere Seite erst, wenn beide Ja gesagt haben. Diese Vorschläge hat ein Mensch aus der Koordination geprüft und freigegeben.',
  'ask.several.deadline': 'Bitte antworten Sie bis {deadline, date, full}.',

  'reminder.subject': 'Bis {deadline, date, ::EEEEdMMMM}: {title}',
  'reminder.preview': 'Ihre Antwort fehlt noch. Auch ein Nein hilft weiter.',
  'reminder.opening':
    '{side, select, NEED {zu Ihrem Bedarf „{own}“ liegt ein Angebot vor,} other {zu Ihrem Angebot „{own}“ liegt ein Bedarf vor,}} und Ihre Antwort fehlt noch. Der Vorschlag endet am {deadline, date, full}. Auch ein Nein hilft der anderen Seite weiter.',
  'reminder.several.subject':
    'Bis {deadline, date, ::EEEEdMMMM}: {count} Vorschläge warten auf Ihre Antwort',
  'reminder.several.opening':
    'auf {count} Vorschläge zu Ihren Einträgen fehlt Ihre Antwort noch. Der erste endet am {deadline, date, full}. Auch ein Nein hilft der anderen Seite weiter.',

  'relayed.subject':
    '{side, select, NEED {Rückfrage zu Ihrem Bedarf} other {Rückfrage zu Ihrem Angebot}}: {title}',
  'relayed.preview':
    'Eine Antwort in zwei Sätzen genügt. Die Koordination gibt sie ohne Ihren Namen weiter.',
  'relayed.opening':
    '{side, select, NEED {zu Ihrem Bedarf „{own}“} other {zu Ihrem Angebot „{own}“}} möchte die andere Seite etwas wissen, bevor sie antwortet. Eine Antwort in zwei Sätzen genügt.',
  'relayed.question': 'Die Frage',
  'relayed.privacy':
    'Die andere Seite weiß nicht, wer Sie sind, und die Koordination gibt Ihre Antwort ohne Ihren Namen weiter. Bitte nennen Sie sich auch im Text nicht. Bis dahin ruht die Frist.',
  'relayed.button': 'Frage beantworten',
  'relayed.hint': 'Auf derselben Seite können Sie auch gleich sagen, ob Sie Kontakt möchten.',
  'replied.subject': 'Antwort auf Ihre Frage: {title}',
  'replied.preview': 'Nun fehlt nur noch Ihre Entscheidung.',
  'replied.opening': 'auf Ihre Frage zu „{other}“ gibt es eine Antwort. Möchten Sie nun Kontakt?',
  'replied.question': 'Ihre Frage',
  'replied.answer': 'Die Antwort',

  'introduced.subject': 'Kontakt hergestellt: {title}',
  'introduced.preview': 'Beide Seiten haben Ja gesagt. Hier sind die Kontaktdaten.',
  'introduced.opening': 'beide Seiten haben Ja gesagt. Hiermit stellen wir Sie einander vor.',
  'introduced.contact': 'Ihr Kontakt',
  'introduced.mail': 'E-Mail',
  'introduced.phone': 'Telefon',
  'introduced.about': 'Worum es geht',
  'introduced.next': 'Der nächste Schritt',
  'introduced.next.NEED':
    'Bitte machen Sie den Anfang: Schlagen Sie innerhalb einer Woche ein erstes Gespräch vor. Eine halbe Stunde am Telefon genügt.',
  'introduced.next.OFFER':
    'Die Seite mit dem Bedarf ist gebeten, sich innerhalb einer Woche zu melden. Sie dürfen ihr gern zuvorkommen.',
  'introduced.calendar':
    'Im Anhang finden Sie einen Terminvorschlag für Ihren Kalender: {talk, date, full}, {talk, time, short} Uhr, eine halbe Stunde. Bitte stimmen Sie ihn mit Ihrem Kontakt ab.',
  'introduced.released': 'Die andere Seite hat zur selben Zeit Ihre Kontaktdaten erhalten.',
  'introduced.copy':
    '{count, plural, one {In Kopie: die Transferstelle ({offices}).} other {In Kopie: die Transferstellen ({offices}).}}',
  'introduced.button': 'Vorschlag in Wilma öffnen',

  'declined.subject': 'Kein Kontakt zustande gekommen: {title}',
  'declined.preview': 'Aus diesem Vorschlag ist nichts geworden. Wir suchen weiter.',
  'declined.opening':
    'Sie hatten Interesse an „{other}“. Daraus ist dieses Mal leider nichts geworden.',
  'declined.privacy':
    'Ihr Name und Ihre Kontaktdaten wurden nicht weitergegeben. Gründe nennen wir keiner Seite.',
  'declined.next':
    '{side, select, NEED {Ihr Bedarf „{own}“ bleibt bestehen, und wir suchen weiter. Je genauer Schlagwörter und Ziel beschrieben sind, desto besser werden die nächsten Vorschläge.} other {Ihr Angebot „{own}“ bleibt bestehen, und wir suchen weiter. Je genauer Schlagwörter und Nutzen beschrieben sind, desto besser werden die nächsten Vorschläge.}}',
  'declined.button': 'Meinen Eintrag ansehen',

  'calendar.summary': 'Erstes Gespräch (Vorschlag): {other}',
  'calendar.description':
    'Vorschlag für ein erstes Gespräch zwischen „{own}“ und „{other}“. Bitte stimmen Sie den Termin mit Ihrem Kontakt ab.',

  'withdrawn.subject': 'Vorschlag zurückgezogen: {title}',
  'withdrawn.preview': 'Sie müssen nichts weiter tun.',
  'withdrawn.opening.other':
    '{side, select, NEED {das Angebot „{other}“, das wir Ihnen zu Ihrem Bedarf „{own}“ vorgeschlagen haben, ist zurzeit nicht verfügbar.} other {der Bedarf „{other}“, den wir Ihnen zu Ihrem Angebot „{own}“ vorgeschlagen haben, ist zurzeit nicht verfügbar.}} Der Vorschlag ist deshalb zurückgezogen, Sie müssen nichts weiter tun.',
  'withdrawn.opening.own':
    '{side, select, NEED {Ihr Bedarf „{own}“ ist zurzeit nicht veröffentlicht.} other {Ihr Angebot „{own}“ ist zurzeit nicht veröffentlicht.}} Der Vorschlag „{other}“ ist deshalb zurückgezogen, Sie müssen nichts weiter tun.',
  'withdrawn.privacy':
    'Ihr Name und Ihre Kontaktdaten wurden nicht weitergegeben. Wer geantwortet hat, erfährt keine Seite.',
  'withdrawn.next.other':
    '{side, select, NEED {Ihr Bedarf bleibt bestehen, und wir suchen weiter.} other {Ihr Angebot bleibt bestehen, und wir suchen weiter.}}',
  'withdrawn.next.own':
    '{side, select, NEED {Sobald Ihr Bedarf wieder veröffentlicht ist, suchen wir neu.} other {Sobald Ihr Angebot wieder veröffentlicht ist, suchen wir neu.}}',

  'followUp.subject': 'Wie ist es weitergegangen? {title}',
  'followUp.preview': 'Zwei Klicks genügen, auch wenn nichts daraus geworden ist.',
  'followUp.opening':
    '{name, select, TWO_WEEKS {vor zwei Wochen} HALF_A_YEAR {vor einem halben Jahr} A_YEAR {vor einem Jahr} other {vor zwei Jahren}} haben wir Sie wegen „{other}“ einander vorgestellt{known, select, true {: Sie und {organisation}} other {}}. Wie ist es weitergegangen?',
  'followUp.record':
    'Bitte tragen Sie ein, was daraus geworden ist: eine Zusammenarbeit oder keine. Beides hilft, Ihnen und anderen Passenderes vorzuschlagen, und zeigt, was das Netzwerk bewirkt.',
  'followUp.button': 'Ergebnis eintragen',
  'followUp.again':
    '{name, select, TWO_WEEKS {Läuft es noch? Dann fragen wir in einem halben Jahr wieder.} HALF_A_YEAR {Läuft es noch? Dann fragen wir in einem halben Jahr wieder.} A_YEAR {Läuft es noch? Dann fragen wir in einem Jahr ein letztes Mal.} other {Dies ist unsere letzte Frage dazu.}}',
};

export type MailMessage = keyof typeof de;
