import { NAMES } from '@wilma/domain';
import type { Silent } from '../reason.js';
import type { Messages } from './messages.js';

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

const THEM: Readonly<Record<Silent, string>> = {
  NEED: 'die Bedarfsseite',
  OFFER: 'die Angebotsseite',
  BOTH: 'beide Seiten',
};

const tags = (count: number): string =>
  count === 1 ? 'ein weiteres Schlagwort' : 'zwei weitere Schlagwörter';

const moreTags = (missing: number): string =>
  `Nennen Sie ${tags(missing)}: Ab drei zeigt sich genauer, wer passt.`;

const form = (): string => 'Nennen Sie die Form der Zusammenarbeit, die für Sie infrage kommt.';

export const de: Messages = {
  quote: (label) => `„${label}“`,
  day: (date) => day.format(date),
  and: (one, other) => `${one} und ${other}`,
  form: NAMES.de.form,
  place: NAMES.de.fromDistrict,
  names: {
    NEED: {
      need: 'Ihr Bedarf',
      offer: 'das Angebot',
      ofNeed: 'Ihres Bedarfs',
      ofOffer: 'des Angebots',
    },
    OFFER: {
      need: 'der Bedarf',
      offer: 'Ihr Angebot',
      ofNeed: 'des Bedarfs',
      ofOffer: 'Ihres Angebots',
    },
    BETWEEN: {
      need: 'der Bedarf',
      offer: 'das Angebot',
      ofNeed: 'des Bedarfs',
      ofOffer: 'des Angebots',
    },
  },
  level: (level, meaning) => `TRL ${level} von 9 (${meaning})`,

  bothName: (label) => `Beide nennen ${label}.`,
  bothMention: (label) => `Beide Texte sprechen von ${label}.`,
  oneMentions: ({ need, offer, ofNeed, ofOffer }, side, label) =>
    side === 'OFFER'
      ? `${need} nennt ${label}, und der Text ${ofOffer} spricht davon.`
      : `${offer} nennt ${label}, und der Text ${ofNeed} spricht davon.`,
  says: ({ need, offer }, side, label) => `${side === 'NEED' ? need : offer} nennt ${label}`,
  mentions: ({ ofNeed, ofOffer }, side, label) =>
    `der Text ${side === 'NEED' ? ofNeed : ofOffer} spricht von ${label}`,
  topic: {
    NARROWER: ({ need, offer }) => `${need}; ${offer}, ein Teilgebiet davon.`,
    BROADER: ({ need, offer }) => `${need}; ${offer}, das übergeordnete Gebiet.`,
    SIBLING: ({ need, offer, between }) => `${need}, ${offer}: Beides gehört zu ${between}.`,
    RELATED: ({ need, offer }) => `${need}, ${offer}: Beides hängt zusammen.`,
  },
  commonForms: (forms) => `Als Form der Zusammenarbeit nennen beide: ${forms}.`,
  sameMaturity: (level) => `Der Reifegrad passt genau: ${level}.`,
  nearMaturity: (wanted, reached) =>
    `Der Reifegrad passt beinahe: Gesucht ist ${wanted}, angeboten wird ${reached}.`,
  riperMaturity: (wanted, reached) =>
    `Weiter entwickelt als nötig: Gesucht ist ${wanted}, angeboten wird ${reached}.`,
  samePlace: (place) => `Beide kommen aus ${place}.`,
  distance: (between, km) =>
    `Kurze Wege: Zwischen ${between} liegen rund ${km} km Luftlinie, von Mitte zu Mitte.`,
  period: (from, to) => `Gemeinsamer Zeitraum: ${from} bis ${to}.`,
  periodFrom: (from) => `Gemeinsamer Zeitraum: ab ${from}.`,
  periodUntil: (to) => `Gemeinsamer Zeitraum: bis ${to}.`,
  periodOpen: 'Die Zeiträume passen zusammen.',

  essentialTag: ({ need, offer }, tag) =>
    `${need} verlangt unbedingt ${tag}, aber ${offer} nennt es nicht. Gehört es trotzdem dazu?`,
  formDiffers: (need, offer) =>
    `Noch keine gemeinsame Form der Zusammenarbeit. Gesucht: ${need}; angeboten: ${offer}. Wäre auch eine andere möglich?`,
  lessMature: ({ offer }, wanted, reached) =>
    `${offer} ist weniger weit entwickelt als gesucht: ${reached} statt ${wanted}. Lässt sich der Abstand gemeinsam schließen?`,
  moreMature: ({ offer }, wanted, reached) =>
    `${offer} ist weiter entwickelt als gesucht: ${reached} statt ${wanted}. Passt das?`,
  timeDiffers: 'Die Zeiträume decken sich kaum oder gar nicht. Lässt sich einer verschieben?',
  formUnknown: {
    NEED: ({ need }) => `${need} nennt keine Form der Zusammenarbeit. Welche kommt infrage?`,
    OFFER: ({ offer }) => `${offer} nennt keine Form der Zusammenarbeit. Welche kommt infrage?`,
    BOTH: () => 'Keine Seite nennt eine Form der Zusammenarbeit. Welche kommt infrage?',
  },
  maturityUnknown: {
    NEED: ({ need }) =>
      `${need} sagt nicht, wie weit die Lösung entwickelt sein soll. Reicht eine Idee, oder muss sie erprobt sein?`,
    OFFER: ({ offer }) =>
      `${offer} sagt nicht, wie weit die Lösung entwickelt ist. Ist sie schon erprobt?`,
    BOTH: () =>
      'Keine Seite sagt, wie weit die Lösung entwickelt ist oder sein soll. Reicht eine Idee, oder muss sie erprobt sein?',
  },
  timeUnknown: {
    NEED: ({ need }) => `${need} nennt keinen Zeitraum. Wann soll es losgehen?`,
    OFFER: ({ offer }) => `${offer} nennt keinen Zeitraum. Ab wann ist Zeit dafür?`,
    BOTH: () => 'Keine Seite nennt einen Zeitraum. Wann könnte es losgehen?',
  },
  fewTags: ({ need }) => `${need} nennt erst wenige Schlagwörter. Worum geht es genau?`,

  advise: {
    NEED: {
      form,
      maturity: () =>
        'Geben Sie an, wie weit die Lösung entwickelt sein soll (von TRL 1, einer Idee, bis TRL 9, im täglichen Einsatz).',
      time: () => 'Nennen Sie, ab wann oder bis wann Sie eine Lösung brauchen.',
      moreTags,
    },
    OFFER: {
      form,
      maturity: () =>
        'Geben Sie an, wie weit Ihre Lösung entwickelt ist (von TRL 1, einer Idee, bis TRL 9, im täglichen Einsatz).',
      time: () => 'Nennen Sie, ab wann Sie Zeit dafür haben.',
      moreTags,
    },
  },
  askThem: {
    form: (side) => `Bitten Sie ${THEM[side]}, die Form der Zusammenarbeit zu nennen.`,
    maturity: (side) => `Bitten Sie ${THEM[side]} um den Reifegrad der Lösung.`,
    time: (side) => `Bitten Sie ${THEM[side]} um einen Zeitraum.`,
    moreTags: (missing) => `Bitten Sie ${THEM.NEED} um ${tags(missing)}.`,
  },
  tagToAdd: (tag) => `Der Bedarf verlangt ${tag}. Gehört es zu Ihrem Angebot, dann nennen Sie es.`,
};
