/** Texts of the mails about an account itself (ICU). */
export const accountDe = {
  'CONFIRM_ADDRESS.subject': 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  'CONFIRM_ADDRESS.preview': 'Ein Klick fehlt noch, dann können Sie in Wilma mitwirken.',
  'CONFIRM_ADDRESS.opening':
    'mit dieser Adresse wurde in Wilma ein Konto angelegt. Bitte bestätigen Sie, dass sie Ihnen gehört. Vorher geschieht nichts in Ihrem Namen.',
  'CONFIRM_ADDRESS.button': 'Adresse bestätigen',
  'CONFIRM_ADDRESS.until':
    'Der Link gilt bis {until, date, full}. Bestätigt wird erst auf der Seite, die sich öffnet.',
  'CONFIRM_ADDRESS.nothing':
    'Sie haben kein Konto angelegt? Dann brauchen Sie nichts zu tun. Ohne Ihre Bestätigung schreiben wir Ihnen nicht weiter.',
  'CONFIRM_ADDRESS.reason':
    'Sie erhalten diese E-Mail, weil mit Ihrer Adresse ein Konto in Wilma angelegt wurde.',

  'SIGN_IN_LINK.subject': 'Ihr Link zur Anmeldung in Wilma',
  'SIGN_IN_LINK.preview': 'Er gilt zehn Minuten und nur einmal.',
  'SIGN_IN_LINK.opening': 'mit diesem Link melden Sie sich ohne Passwort an.',
  'SIGN_IN_LINK.button': 'In Wilma anmelden',
  'SIGN_IN_LINK.until':
    'Der Link gilt einmal, bis {until, time, short} Uhr. Angemeldet werden Sie erst auf der Seite, die sich öffnet.',
  'SIGN_IN_LINK.nothing':
    'Sie haben keinen Link angefordert? Dann brauchen Sie nichts zu tun. Geben Sie ihn bitte niemandem weiter.',
  'SIGN_IN_LINK.reason':
    'Sie erhalten diese E-Mail, weil auf der Anmeldeseite von Wilma ein Link für Ihre Adresse angefordert wurde.',

  'RESET_PASSWORD.subject': 'Neues Passwort für Wilma',
  'RESET_PASSWORD.preview': 'Der Link gilt eine Stunde und nur einmal.',
  'RESET_PASSWORD.opening': 'mit diesem Link setzen Sie ein neues Passwort für Ihr Konto.',
  'RESET_PASSWORD.button': 'Neues Passwort setzen',
  'RESET_PASSWORD.until': 'Der Link gilt einmal, bis {until, time, short} Uhr.',
  'RESET_PASSWORD.nothing':
    'Sie wollten kein neues Passwort? Dann brauchen Sie nichts zu tun: Ihr altes gilt weiter. Geben Sie den Link bitte niemandem weiter.',
  'RESET_PASSWORD.reason':
    'Sie erhalten diese E-Mail, weil für Ihre Adresse ein neues Passwort angefordert wurde.',

  'TEST.subject': 'Testmail von Wilma',
  'TEST.preview': 'Wilma kann Ihnen E-Mails senden.',
  'TEST.opening':
    'diese E-Mail ging denselben Weg wie alle anderen. Wenn Sie sie lesen, kann Wilma E-Mails senden.',
  'TEST.reason':
    'Sie erhalten diese E-Mail, weil Sie in der Verwaltung von Wilma einen Test angefordert haben.',
};
