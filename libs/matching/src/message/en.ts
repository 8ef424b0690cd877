import { NAMES } from '@wilma/domain';
import type { Messages } from './messages.js';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const en: Messages = {
  quote: (label) => `“${label}”`,
  day: (date) => day.format(date),
  and: (one, other) => `${one} and ${other}`,
  form: NAMES.en.form,
  place: NAMES.en.fromDistrict,

  topic: {
    SAME: ({ need }) => `Both name ${need}.`,
    NARROWER: ({ need, offer }) =>
      `The offer names ${offer}, which is part of the topic sought, ${need}.`,
    BROADER: ({ need, offer }) =>
      `The offer names the wider field ${offer}, which includes the topic sought, ${need}.`,
    SIBLING: ({ need, offer, between }) =>
      `Neighbouring topics within ${between}: ${need} is sought, the offer names ${offer}.`,
    RELATED: ({ need, offer }) =>
      `${need} is sought; the offer names ${offer}, which is closely related.`,
  },
  commonForms: (forms) => `Both name as a form of cooperation: ${forms}.`,
  maturity: (wanted, reached) =>
    `The maturity fits: TRL ${wanted} is wanted, the offer is at TRL ${reached}.`,
  samePlace: (place) => `Both are from ${place}.`,
  distance: (between, km) => `Close by: ${between} are about ${km} km apart.`,
  period: (from, to) => `Period that suits both: ${from} to ${to}.`,
  periodFrom: (from) => `Period that suits both: from ${from}.`,
  periodUntil: (to) => `Period that suits both: until ${to}.`,
  periodOpen: 'The periods suit each other.',

  essentialTag: (tag) =>
    `${tag} is essential for the need, but the offer does not name it. Is it covered all the same?`,
  formDiffers: (need, offer) =>
    `No form of cooperation in common yet. Sought: ${need}; offered: ${offer}. Would another one be possible?`,
  lessMature: (wanted, reached) =>
    `TRL ${wanted} is wanted, the offer is at TRL ${reached}. Can the gap be closed together?`,
  moreMature: (wanted, reached) =>
    `At TRL ${reached} the offer is further developed than the TRL ${wanted} that is wanted. Does that suit?`,
  timeDiffers: 'The periods hardly overlap, if at all. Can one of them be moved?',
  formUnknown: {
    NEED: 'The need names no form of cooperation. Which would be possible?',
    OFFER: 'The offer names no form of cooperation. Which would be possible?',
    BOTH: 'Neither side names a form of cooperation. Which would be possible?',
  },
  maturityUnknown: {
    NEED: 'The need names no level of maturity. How far developed should the solution be?',
    OFFER: 'The offer names no level of maturity. How far developed is the solution?',
    BOTH: 'Neither side names a level of maturity. How far developed should the solution be, and how far is it?',
  },
  timeUnknown: {
    NEED: 'The need names no period. When should it start?',
    OFFER: 'The offer names no period. From when on is there time for it?',
    BOTH: 'Neither side names a period. When could it start?',
  },
  fewTags: 'The need names only a few tags so far. Which others describe what it is about?',
};
