import type { Locale } from '@wilma/domain';
import type { PostingView } from '@wilma/platform';
import type {
  AccountMail,
  AskMail,
  AskSeveralMail,
  DeclinedMail,
  DigestMail,
  FollowUpMail,
  IntroducedMail,
  InvitationMail,
  MatchMail,
  QuestionAnsweredMail,
  QuestionRelayedMail,
  WithdrawnMail,
} from './index.js';

const MATCH_URL = 'https://wilma.example/matches/0b9f2c1e';

/** The name of an owner who must not be seen before the introduction. */
export const OWNER = 'Beispiel Kunststoffwerk GmbH';

export const blindedNeed: PostingView = {
  kind: 'NEED',
  title: 'Sortierung von Mischkunststoffen mit Kamera und KI (Beispiel)',
  summary:
    'Gesucht wird eine Bildverarbeitung, die Polyolefine von PET-Schalen auf dem laufenden Band trennt.',
  organisation: null,
  district: 'OBERSPREEWALD_LAUSITZ',
  sector: 'C',
  sizeClass: 'MEDIUM',
  cooperationForms: ['CONTRACT_RESEARCH', 'JOINT_PROJECT', 'THESIS'],
  budget: 'UNDER_50K',
  startsOn: '2027-03-01',
  trl: 4,
};

export const namedOffer: PostingView = {
  kind: 'OFFER',
  title: 'Echtzeit-Bildverarbeitung für Sortieranlagen (Beispiel)',
  summary: 'Hyperspektralkameras und neuronale Netze für Förderbänder bis 3 m/s.',
  organisation: 'Beispielhochschule, Fachgebiet Bildverarbeitung',
  district: 'COTTBUS',
  sector: 'Q',
  sizeClass: 'LARGE',
  cooperationForms: ['CONTRACT_RESEARCH', 'EQUIPMENT_USE'],
  budget: null,
  startsOn: null,
  trl: 6,
};

const frame = (locale: Locale): MatchMail => ({
  recipient: {
    name: 'Erika Muster',
    salutation: 'MS',
    academicTitle: 'Prof. Dr.',
    locale,
  },
  operator: {
    name: 'Beispielnetzwerk e. V.',
    imprintUrl: 'https://wilma.example/imprint',
    publicUrl: 'https://wilma.example',
  },
  side: 'OFFER',
  ownTitle: namedOffer.title,
  demo: true,
});

export const accountMail = (
  locale: Locale,
  kind: AccountMail['kind'] = 'CONFIRM_ADDRESS',
): AccountMail => ({
  ...frame(locale),
  kind,
  url: 'https://wilma.example/sign-in-link/a.b',
  until: new Date('2026-12-04T22:30:00Z'),
});

/** Asks a professor about the blinded need of a company. */
export const ask = (locale: Locale): AskMail => ({
  ...frame(locale),
  other: blindedNeed,
  strength: 'STRONG',
  reasons:
    locale === 'de'
      ? [
          'Beide nennen Kunststoffrecycling und Bildverarbeitung.',
          'Ihr Schlagwort „Hyperspektralkamera“ gehört zu „Bildverarbeitung“.',
          'Auftragsforschung kommt für beide in Frage.',
          'Cottbus und Oberspreewald-Lausitz liegen etwa 35 km auseinander.',
        ]
      : [
          'Both name plastics recycling and image processing.',
          'Your tag “hyperspectral camera” belongs to “image processing”.',
          'Contract research suits both.',
          'Cottbus and Oberspreewald-Lausitz are about 35 km apart.',
        ],
  openQuestions:
    locale === 'de'
      ? ['Wie schnell läuft das Band?', 'Wer stellt Proben bereit?']
      : ['How fast does the belt run?', 'Who provides samples?'],
  answerUrl: 'https://wilma.example/answer/eyJtIjoiazN2OSJ9.c2lnbmF0dXJl',
  deadline: new Date('2026-12-04T22:30:00Z'),
});

/** Asks a company about the offer of a university. */
export const askCompany = (locale: Locale): AskMail => ({
  ...ask(locale),
  recipient: { name: 'Leitung Produktion', salutation: 'NONE', academicTitle: null, locale },
  side: 'NEED',
  ownTitle: blindedNeed.title,
  other: namedOffer,
  strength: 'GOOD',
  openQuestions: [],
});

/** Asks one person about three matches of two of their postings. */
export const askSeveral = (locale: Locale): AskSeveralMail => {
  const { recipient, operator } = ask(locale);
  const second: AskMail = {
    ...ask(locale),
    side: 'NEED',
    ownTitle: 'Prüfung geklebter Fügestellen ohne Zerstörung (Beispiel)',
    other: namedOffer,
    strength: 'GOOD',
    answerUrl: 'https://wilma.example/answer/eyJtIjoiYjgyMCJ9.c2Vjb25k',
  };
  const third: AskMail = {
    ...ask(locale),
    other: {
      ...blindedNeed,
      title: 'Fremdkörper in Getreide erkennen, bevor die Mühle steht (Beispiel)',
      summary: 'Steine und Metall sollen im Strom von 20 t/h gefunden und ausgeworfen werden.',
      district: 'ELBE_ELSTER',
      budget: 'OPEN',
      startsOn: null,
    },
    reasons: ask(locale).reasons.slice(0, 1),
    strength: 'GOOD',
    answerUrl: 'https://wilma.example/answer/eyJtIjoiOWYzYSJ9.dGhpcmQ',
  };
  return { recipient, operator, matches: [ask(locale), second, third] };
};

/** Reminds of two matches that end on different days. */
export const reminderSeveral = (locale: Locale): AskSeveralMail => {
  const { matches, ...mail } = askSeveral(locale);
  const [first, second] = [matches[0]!, matches[1]!];
  const later = { ...second, deadline: new Date('2026-12-09T22:30:00Z') };
  return { ...mail, matches: [first, later] };
};

const QUESTION = {
  de: 'Wie feucht darf das Material sein?',
  en: 'How damp may the material be?',
};

/** Passes the company's question on to the professor. */
export const questionRelayed = (locale: Locale): QuestionRelayedMail => ({
  ...ask(locale),
  question: QUESTION[locale],
});

/** Tells the company what the professor replied. */
export const questionAnswered = (locale: Locale): QuestionAnsweredMail => ({
  ...askCompany(locale),
  question: QUESTION[locale],
  answer: locale === 'de' ? 'Bis zu acht Prozent.' : 'Up to eight per cent.',
});

export const introduced = (locale: Locale): IntroducedMail => ({
  ...frame(locale),
  otherTitle: blindedNeed.title,
  contact: {
    name: 'Leitung Produktion',
    salutation: 'NONE',
    academicTitle: null,
    mail: 'produktion@kunststoffwerk.example',
    phone: '+49 355 000 00-12',
    organisation: OWNER,
  },
  transferOffices: ['transfer@hochschule.example'],
  matchUrl: MATCH_URL,
  talkAt: new Date('2026-12-11T09:00:00Z'),
});

export const declined = (locale: Locale): DeclinedMail => ({
  ...frame(locale),
  otherTitle: blindedNeed.title,
  postingUrl: 'https://wilma.example/offers/7d1c',
});

export const withdrawn = (locale: Locale): WithdrawnMail => ({
  ...declined(locale),
  isOwnAway: false,
});

export const digest = (locale: Locale): DigestMail => ({
  ...frame(locale),
  lists: (['SUGGESTIONS', 'QUESTIONS', 'ANSWERED', 'OVERDUE', 'POSTINGS', 'MAILS'] as const).map(
    (topic, index) => ({
      topic,
      count: 1 + 3 * index,
      items: [{ title: blindedNeed.title, url: MATCH_URL }],
    }),
  ),
  reviewUrl: 'https://wilma.example/review',
  unsubscribeUrl: 'https://wilma.example/unsubscribe/a.b',
});

export const followUp = (locale: Locale): FollowUpMail => ({
  ...frame(locale),
  name: 'TWO_WEEKS',
  otherTitle: blindedNeed.title,
  organisation: OWNER,
  matchUrl: MATCH_URL,
});

/** To an address whose owner's name nobody knows, for an organisation with the longest name. */
export const invitation = (locale: Locale, by: InvitationMail['by']): InvitationMail => ({
  ...frame(locale),
  recipient: { name: '', salutation: 'NONE', academicTitle: null, locale },
  organisation: 'Beispielinstitut für Werkstoffe '.repeat(5),
  inviter: 'Erika Muster',
  by,
  acceptUrl: 'https://wilma.example/invitation/a.b',
  until: new Date('2026-12-27T09:00:00Z'),
});
