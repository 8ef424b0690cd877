import { NAMES } from '@wilma/domain';
import type { Silent } from '../reason.js';
import type { Messages } from './messages.js';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const THEM: Readonly<Record<Silent, string>> = {
  NEED: 'the need’s side',
  OFFER: 'the offer’s side',
  BOTH: 'both sides',
};

const tags = (count: number): string => (count === 1 ? 'one more tag' : 'two more tags');

const moreTags = (missing: number): string =>
  `Add ${tags(missing)}: from three on it shows better who fits.`;

const form = (): string => 'Say which form of cooperation would suit you.';

export const en: Messages = {
  quote: (label) => `“${label}”`,
  day: (date) => day.format(date),
  and: (one, other) => `${one} and ${other}`,
  form: NAMES.en.form,
  place: NAMES.en.fromDistrict,
  names: {
    NEED: {
      need: 'your need',
      offer: 'the offer',
      ofNeed: 'of your need',
      ofOffer: 'of the offer',
    },
    OFFER: {
      need: 'the need',
      offer: 'your offer',
      ofNeed: 'of the need',
      ofOffer: 'of your offer',
    },
    BETWEEN: {
      need: 'the need',
      offer: 'the offer',
      ofNeed: 'of the need',
      ofOffer: 'of the offer',
    },
  },
  level: (level, meaning) => `TRL ${level} of 9 (${meaning})`,

  bothName: (label) => `Both name ${label}.`,
  bothMention: (label) => `Both texts speak of ${label}.`,
  oneMentions: ({ need, offer, ofNeed, ofOffer }, side, label) =>
    side === 'OFFER'
      ? `${need} names ${label}, and the text ${ofOffer} speaks of it.`
      : `${offer} names ${label}, and the text ${ofNeed} speaks of it.`,
  says: ({ need, offer }, side, label) => `${side === 'NEED' ? need : offer} names ${label}`,
  mentions: ({ ofNeed, ofOffer }, side, label) =>
    `the text ${side === 'NEED' ? ofNeed : ofOffer} speaks of ${label}`,
  topic: {
    NARROWER: ({ need, offer }) => `${need}; ${offer}, which is part of it.`,
    BROADER: ({ need, offer }) => `${need}; ${offer}, the wider field.`,
    SIBLING: ({ need, offer, between }) => `${need}, ${offer}: both belong to ${between}.`,
    RELATED: ({ need, offer }) => `${need}, ${offer}: the two are related.`,
  },
  commonForms: (forms) => `Both name as a form of cooperation: ${forms}.`,
  sameMaturity: (level) => `The maturity fits exactly: ${level}.`,
  nearMaturity: (wanted, reached) =>
    `The maturity nearly fits: ${wanted} is wanted, ${reached} is offered.`,
  riperMaturity: (wanted, reached) =>
    `Further developed than necessary: ${wanted} is wanted, ${reached} is offered.`,
  samePlace: (place) => `Both are from ${place}.`,
  distance: (between, km) =>
    `Close by: ${between} are about ${km} km apart as the crow flies, from centre to centre.`,
  period: (from, to) => `Period that suits both: ${from} to ${to}.`,
  periodFrom: (from) => `Period that suits both: from ${from}.`,
  periodUntil: (to) => `Period that suits both: until ${to}.`,
  periodOpen: 'The periods suit each other.',

  essentialTag: ({ need, offer }, tag) =>
    `${tag} is a must for ${need}, but ${offer} does not name it. Is it covered all the same?`,
  formDiffers: (need, offer) =>
    `No form of cooperation in common yet. Sought: ${need}; offered: ${offer}. Would another one be possible?`,
  lessMature: ({ offer }, wanted, reached) =>
    `${offer} is less far developed than wanted: ${reached} instead of ${wanted}. Can the gap be closed together?`,
  moreMature: ({ offer }, wanted, reached) =>
    `${offer} is further developed than wanted: ${reached} instead of ${wanted}. Does that suit?`,
  timeDiffers: 'The periods hardly overlap, if at all. Can one of them be moved?',
  formUnknown: {
    NEED: ({ need }) => `${need} names no form of cooperation. Which would be possible?`,
    OFFER: ({ offer }) => `${offer} names no form of cooperation. Which would be possible?`,
    BOTH: () => 'Neither side names a form of cooperation. Which would be possible?',
  },
  maturityUnknown: {
    NEED: ({ need }) =>
      `${need} does not say how far developed the solution should be. Will an idea do, or must it be tested?`,
    OFFER: ({ offer }) =>
      `${offer} does not say how far developed the solution is. Has it been tested yet?`,
    BOTH: () =>
      'Neither side says how far developed the solution is or should be. Will an idea do, or must it be tested?',
  },
  timeUnknown: {
    NEED: ({ need }) => `${need} names no period. When should it start?`,
    OFFER: ({ offer }) => `${offer} names no period. From when on is there time for it?`,
    BOTH: () => 'Neither side names a period. When could it start?',
  },
  fewTags: ({ need }) => `${need} names only a few tags so far. What exactly is it about?`,

  advise: {
    NEED: {
      form,
      maturity: () =>
        'Say how far developed the solution should be (from TRL 1, an idea, to TRL 9, in daily use).',
      time: () => 'Say from when or until when you need a solution.',
      moreTags,
    },
    OFFER: {
      form,
      maturity: () =>
        'Say how far developed your solution is (from TRL 1, an idea, to TRL 9, in daily use).',
      time: () => 'Say from when on you have time for it.',
      moreTags,
    },
  },
  askThem: {
    form: (side) => `Ask ${THEM[side]} which form of cooperation would be possible.`,
    maturity: (side) => `Ask ${THEM[side]} how far developed the solution is or should be.`,
    time: (side) => `Ask ${THEM[side]} for a period.`,
    moreTags: (missing) => `Ask ${THEM.NEED} for ${tags(missing)}.`,
  },
  tagToAdd: (tag) => `The need calls for ${tag}. If your offer covers it, add it as a tag.`,
};
