import { NAMES } from '@wilma/domain';
import type { Messages } from './messages.js';

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

export const de: Messages = {
  quote: (label) => `„${label}“`,
  day: (date) => day.format(date),
  and: (one, other) => `${one} und ${other}`,
  form: NAMES.de.form,
  place: NAMES.de.fromDistrict,

  topic: {
    SAME: ({ need }) => `Beide nennen ${need}.`,
    NARROWER: ({ need, offer }) =>
      `Das Angebot nennt ${offer}; das gehört zum gesuchten Thema ${need}.`,
    BROADER: ({ need, offer }) =>
      `Das Angebot nennt das größere Gebiet ${offer}, zu dem das gesuchte Thema ${need} gehört.`,
    SIBLING: ({ need, offer, between }) =>
      `Verwandte Themen aus dem Gebiet ${between}: gesucht wird ${need}, das Angebot nennt ${offer}.`,
    RELATED: ({ need, offer }) =>
      `Gesucht wird ${need}; das Angebot nennt ${offer}, was eng damit zusammenhängt.`,
  },
  commonForms: (forms) => `Als Form der Zusammenarbeit nennen beide: ${forms}.`,
  maturity: (wanted, reached) =>
    `Der Reifegrad passt: gewünscht ist TRL ${wanted}, das Angebot hat TRL ${reached}.`,
  samePlace: (place) => `Beide kommen aus ${place}.`,
  distance: (between, km) => `Kurze Wege: Zwischen ${between} liegen rund ${km} km.`,
  period: (from, to) => `Gemeinsamer Zeitraum: ${from} bis ${to}.`,
  periodFrom: (from) => `Gemeinsamer Zeitraum: ab ${from}.`,
  periodUntil: (to) => `Gemeinsamer Zeitraum: bis ${to}.`,
  periodOpen: 'Die Zeiträume passen zusammen.',

  essentialTag: (tag) =>
    `Für den Bedarf ist ${tag} unverzichtbar, das Angebot nennt es nicht. Wird es trotzdem abgedeckt?`,
  formDiffers: (need, offer) =>
    `Noch keine gemeinsame Form der Zusammenarbeit. Gesucht: ${need}; angeboten: ${offer}. Wäre auch eine andere möglich?`,
  lessMature: (wanted, reached) =>
    `Gewünscht ist TRL ${wanted}, das Angebot hat TRL ${reached}. Lässt sich der Abstand gemeinsam schließen?`,
  moreMature: (wanted, reached) =>
    `Das Angebot ist mit TRL ${reached} weiter entwickelt, als der Bedarf mit TRL ${wanted} verlangt. Passt das?`,
  timeDiffers: 'Die Zeiträume decken sich kaum oder gar nicht. Lässt sich einer verschieben?',
  formUnknown: {
    NEED: 'Der Bedarf nennt keine Form der Zusammenarbeit. Welche kommt infrage?',
    OFFER: 'Das Angebot nennt keine Form der Zusammenarbeit. Welche kommt infrage?',
    BOTH: 'Keine Seite nennt eine Form der Zusammenarbeit. Welche kommt infrage?',
  },
  maturityUnknown: {
    NEED: 'Der Bedarf nennt keinen Reifegrad. Wie weit soll die Lösung entwickelt sein?',
    OFFER: 'Das Angebot nennt keinen Reifegrad. Wie weit ist die Lösung entwickelt?',
    BOTH: 'Keine Seite nennt einen Reifegrad. Wie weit soll die Lösung entwickelt sein, wie weit ist sie es?',
  },
  timeUnknown: {
    NEED: 'Der Bedarf nennt keinen Zeitraum. Wann soll es losgehen?',
    OFFER: 'Das Angebot nennt keinen Zeitraum. Ab wann ist Zeit dafür?',
    BOTH: 'Keine Seite nennt einen Zeitraum. Wann könnte es losgehen?',
  },
  fewTags: 'Der Bedarf nennt erst wenige Schlagwörter. Welche weiteren beschreiben, worum es geht?',
};
