import { describe, expect, it } from '@jest/globals';
import type { Locale } from '@wilma/domain';
import { EVEN, GRAPH, need, offer } from './postings.fixture.js';
import { type MatchPosting, openQuestionText, reasonText, scorePair } from './index.js';

const LABELS: Record<string, Record<Locale, string>> = {
  plastics: { de: 'Kunststofftechnik', en: 'Plastics technology' },
  'injection moulding': { de: 'Spritzguss', en: 'Injection moulding' },
  'micro moulding': { de: 'Mikrospritzguss', en: 'Micro moulding' },
  extrusion: { de: 'Extrusion', en: 'Extrusion' },
  electrolysis: { de: 'Elektrolyse', en: 'Electrolysis' },
  catalysts: { de: 'Katalysatoren', en: 'Catalysts' },
  welding: { de: 'Schweißen', en: 'Welding' },
};
const labelOf = (tag: string, locale: Locale): string => LABELS[tag]?.[locale] ?? tag;

function explained(asked: MatchPosting, given: MatchPosting, locale: Locale) {
  const { reasons, openQuestions } = scorePair(asked, given, GRAPH, EVEN);
  return {
    reasons: reasons.map((reason) => reasonText(reason, locale, labelOf)),
    questions: openQuestions.map((question) => openQuestionText(question, locale, labelOf)),
  };
}

const reasons = (asked: MatchPosting, given: MatchPosting) => ({
  de: explained(asked, given, 'de').reasons,
  en: explained(asked, given, 'en').reasons,
});
const questions = (asked: MatchPosting, given: MatchPosting) => ({
  de: explained(asked, given, 'de').questions,
  en: explained(asked, given, 'en').questions,
});

describe('reasons', () => {
  it.each([
    {
      tags: ['welding', 'welding'],
      de: 'Beide nennen „Schweißen“.',
      en: 'Both name “Welding”.',
    },
    {
      tags: ['plastics', 'micro moulding'],
      de: 'Das Angebot nennt „Mikrospritzguss“; das gehört zum gesuchten Thema „Kunststofftechnik“.',
      en: 'The offer names “Micro moulding”, which is part of the topic sought, “Plastics technology”.',
    },
    {
      tags: ['injection moulding', 'plastics'],
      de: 'Das Angebot nennt das größere Gebiet „Kunststofftechnik“, zu dem das gesuchte Thema „Spritzguss“ gehört.',
      en: 'The offer names the wider field “Plastics technology”, which includes the topic sought, “Injection moulding”.',
    },
    {
      tags: ['extrusion', 'injection moulding'],
      de: 'Verwandte Themen aus dem Gebiet „Kunststofftechnik“: gesucht wird „Extrusion“, das Angebot nennt „Spritzguss“.',
      en: 'Neighbouring topics within “Plastics technology”: “Extrusion” is sought, the offer names “Injection moulding”.',
    },
    {
      tags: ['electrolysis', 'catalysts'],
      de: 'Gesucht wird „Elektrolyse“; das Angebot nennt „Katalysatoren“, was eng damit zusammenhängt.',
      en: '“Electrolysis” is sought; the offer names “Catalysts”, which is closely related.',
    },
  ])('say how tags meet: $en', ({ tags: [asked, given], de, en }) => {
    expect(reasons(need([asked!]), offer([given!]))).toEqual({ de: [de], en: [en] });
  });

  it('come by what they bring, the topic first', () => {
    const asked = need(['plastics', 'welding'], {
      forms: ['PILOT', 'THESIS'],
      targetTrl: 6,
      district: 'COTTBUS',
      startsOn: '2026-03-01',
    });
    const given = offer(['welding', 'extrusion'], {
      forms: ['THESIS', 'PILOT', 'TRAINING'],
      trl: 7,
      district: 'SPREE_NEISSE',
      startsOn: '2026-02-01',
      endsOn: '2027-01-31',
    });
    expect(reasons(asked, given)).toEqual({
      de: [
        'Beide nennen „Schweißen“.',
        'Das Angebot nennt „Extrusion“; das gehört zum gesuchten Thema „Kunststofftechnik“.',
        'Als Form der Zusammenarbeit nennen beide: Abschlussarbeit, Pilotprojekt oder Reallabor.',
        'Gemeinsamer Zeitraum: 1. März 2026 bis 31. Januar 2027.',
        'Der Reifegrad passt: gewünscht ist TRL 6, das Angebot hat TRL 7.',
        'Kurze Wege: Zwischen Cottbus und dem Landkreis Spree-Neiße liegen rund 12 km.',
      ],
      en: [
        'Both name “Welding”.',
        'The offer names “Extrusion”, which is part of the topic sought, “Plastics technology”.',
        'Both name as a form of cooperation: thesis, pilot or living lab.',
        'Period that suits both: 1 March 2026 to 31 January 2027.',
        'The maturity fits: TRL 6 is wanted, the offer is at TRL 7.',
        'Close by: Cottbus and the district of Spree-Neiße are about 12 km apart.',
      ],
    });
  });

  it.each([
    [{ startsOn: '2026-03-01' }, 'Gemeinsamer Zeitraum: ab 1. März 2026.'],
    [{ endsOn: '2026-12-31' }, 'Gemeinsamer Zeitraum: bis 31. Dezember 2026.'],
  ])('give an open period its one end: %o', (period, sentence) => {
    expect(reasons(need(['welding'], period), offer(['welding'], period)).de).toContain(sentence);
  });

  it('name the place where both come from', () => {
    const here = { district: 'BAUTZEN' } as const;
    expect(reasons(need(['welding'], here), offer(['welding'], here))).toMatchObject({
      de: ['Beide nennen „Schweißen“.', 'Beide kommen aus dem Landkreis Bautzen.'],
      en: ['Both name “Welding”.', 'Both are from the district of Bautzen.'],
    });
  });

  it('leave out a tag that brings less than a point, and places that are far apart', () => {
    const weights = { welding: 3, hydrogen: 3, 'heat pumps': 3, extrusion: 1 } as const;
    const tags = ['welding', 'hydrogen', 'heat pumps'];
    const asked = need([...tags, 'extrusion'], { weights, forms: ['PILOT'], district: 'COTTBUS' });
    const given = offer([...tags, 'injection moulding'], {
      forms: ['THESIS'],
      district: 'GOERLITZ',
    });
    expect(reasons(asked, given).en).toEqual([
      'Both name “heat pumps”.',
      'Both name “hydrogen”.',
      'Both name “Welding”.',
    ]);
  });
});

describe('open questions', () => {
  it('ask for what nobody said', () => {
    expect(questions(need(['welding', 'plastics', 'catalysts']), offer(['welding']))).toEqual({
      de: [
        'Keine Seite nennt eine Form der Zusammenarbeit. Welche kommt infrage?',
        'Keine Seite nennt einen Reifegrad. Wie weit soll die Lösung entwickelt sein, wie weit ist sie es?',
        'Keine Seite nennt einen Zeitraum. Wann könnte es losgehen?',
      ],
      en: [
        'Neither side names a form of cooperation. Which would be possible?',
        'Neither side names a level of maturity. How far developed should the solution be, and how far is it?',
        'Neither side names a period. When could it start?',
      ],
    });
  });

  it('put essential tags first, and a wider field does not settle them', () => {
    const weights = { 'injection moulding': 3, welding: 3, plastics: 3 } as const;
    const known = { forms: ['THESIS'], trl: 5, startsOn: '2026-01-01' } as const;
    const asked = need(['injection moulding', 'welding', 'plastics'], { weights, ...known });
    expect(questions(asked, offer(['plastics', 'catalysts'], known))).toEqual({
      de: [
        'Für den Bedarf ist „Spritzguss“ unverzichtbar, das Angebot nennt es nicht. Wird es trotzdem abgedeckt?',
        'Für den Bedarf ist „Schweißen“ unverzichtbar, das Angebot nennt es nicht. Wird es trotzdem abgedeckt?',
      ],
      en: [
        '“Injection moulding” is essential for the need, but the offer does not name it. Is it covered all the same?',
        '“Welding” is essential for the need, but the offer does not name it. Is it covered all the same?',
      ],
    });
  });

  it('name what differs, and what one side left out', () => {
    const asked = need(['welding'], { forms: ['THESIS'], trl: 7, startsOn: '2026-09-01' });
    const given = offer(['welding'], { forms: ['TRAINING'], trl: 3, endsOn: '2026-03-01' });
    expect(questions(asked, given).de).toEqual([
      'Noch keine gemeinsame Form der Zusammenarbeit. Gesucht: Abschlussarbeit; angeboten: Weiterbildung. Wäre auch eine andere möglich?',
      'Gewünscht ist TRL 7, das Angebot hat TRL 3. Lässt sich der Abstand gemeinsam schließen?',
      'Die Zeiträume decken sich kaum oder gar nicht. Lässt sich einer verschieben?',
      'Der Bedarf nennt erst wenige Schlagwörter. Welche weiteren beschreiben, worum es geht?',
    ]);
    expect(questions(need(['welding'], { trl: 2 }), { ...given, trl: 9 }).en).toEqual([
      'The need names no form of cooperation. Which would be possible?',
      'At TRL 9 the offer is further developed than the TRL 2 that is wanted. Does that suit?',
      'The need names no period. When should it start?',
      'The need names only a few tags so far. Which others describe what it is about?',
    ]);
  });
});
