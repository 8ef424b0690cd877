import { describe, expect, it } from '@jest/globals';
import type { Locale, Side } from '@wilma/domain';
import { EVEN, GRAPH, need, offer } from './postings.fixture.js';
import {
  adviceFor,
  adviceText,
  type MatchPosting,
  openQuestionText,
  QuotableText,
  questionsFor,
  type Reader,
  reasonText,
  scorePair,
} from './index.js';

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

function explained(
  [asked, given]: readonly [MatchPosting, MatchPosting],
  locale: Locale,
  reader: Reader = 'BETWEEN',
) {
  const { reasons, openQuestions } = scorePair(asked, given, GRAPH, EVEN);
  const telling = { locale, reader, labelOf };
  return {
    reasons: reasons.map((reason) => reasonText(reason, telling)),
    questions: questionsFor(openQuestions, reader).map((one) => openQuestionText(one, telling)),
    advice: adviceFor(openQuestions, reader).map((one) => adviceText(one, telling)),
  };
}

const reasons = (asked: MatchPosting, given: MatchPosting) => ({
  de: explained([asked, given], 'de').reasons,
  en: explained([asked, given], 'en').reasons,
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
      de: 'Der Bedarf nennt „Kunststofftechnik“; das Angebot nennt „Mikrospritzguss“, ein Teilgebiet davon.',
      en: 'The need names “Plastics technology”; the offer names “Micro moulding”, which is part of it.',
    },
    {
      tags: ['injection moulding', 'plastics'],
      de: 'Der Bedarf nennt „Spritzguss“; das Angebot nennt „Kunststofftechnik“, das übergeordnete Gebiet.',
      en: 'The need names “Injection moulding”; the offer names “Plastics technology”, the wider field.',
    },
    {
      tags: ['extrusion', 'injection moulding'],
      de: 'Der Bedarf nennt „Extrusion“, das Angebot nennt „Spritzguss“: Beides gehört zu „Kunststofftechnik“.',
      en: 'The need names “Extrusion”, the offer names “Injection moulding”: both belong to “Plastics technology”.',
    },
    {
      tags: ['electrolysis', 'catalysts'],
      de: 'Der Bedarf nennt „Elektrolyse“, das Angebot nennt „Katalysatoren“: Beides hängt zusammen.',
      en: 'The need names “Electrolysis”, the offer names “Catalysts”: the two are related.',
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
        'Der Bedarf nennt „Kunststofftechnik“; das Angebot nennt „Extrusion“, ein Teilgebiet davon.',
        'Als Form der Zusammenarbeit nennen beide: Abschlussarbeit, Pilotprojekt oder Reallabor.',
        'Gemeinsamer Zeitraum: 1. März 2026 bis 31. Januar 2027.',
        'Weiter entwickelt als nötig: Gesucht ist TRL 6 von 9 (in echter Umgebung vorgeführt), angeboten wird TRL 7 von 9 (Prototyp im Betrieb).',
        'Kurze Wege: Zwischen Cottbus und dem Landkreis Spree-Neiße liegen rund 12 km Luftlinie, von Mitte zu Mitte.',
      ],
      en: [
        'Both name “Welding”.',
        'The need names “Plastics technology”; the offer names “Extrusion”, which is part of it.',
        'Both name as a form of cooperation: thesis, pilot or living lab.',
        'Period that suits both: 1 March 2026 to 31 January 2027.',
        'Further developed than necessary: TRL 6 of 9 (shown in a real environment) is wanted, TRL 7 of 9 (prototype in operation) is offered.',
        'Close by: Cottbus and the district of Spree-Neiße are about 12 km apart as the crow flies, from centre to centre.',
      ],
    });
  });

  it.each([
    [{ startsOn: '2026-03-01' }, 'Gemeinsamer Zeitraum: ab 1. März 2026.'],
    [{ endsOn: '2026-12-31' }, 'Gemeinsamer Zeitraum: bis 31. Dezember 2026.'],
  ])('give an open period its one end: %o', (period, sentence) => {
    expect(reasons(need(['welding'], period), offer(['welding'], period)).de).toContain(sentence);
  });

  it('call a solution that is a little less ripe nearly fitting', () => {
    const [asked, given] = [need(['welding'], { targetTrl: 6 }), offer(['welding'], { trl: 5 })];
    expect(reasons(asked, given).en).toContain(
      'The maturity nearly fits: TRL 6 of 9 (shown in a real environment) is wanted, TRL 5 of 9 (tested under similar conditions) is offered.',
    );
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

describe('what is open', () => {
  const nothingKnown = [need(['welding', 'plastics']), offer(['welding'])] as const;

  it('is advice to whoever could tell, and a question to the other side', () => {
    expect(explained(nothingKnown, 'de', 'NEED')).toMatchObject({
      questions: [
        'Das Angebot nennt keine Form der Zusammenarbeit. Welche kommt infrage?',
        'Das Angebot sagt nicht, wie weit die Lösung entwickelt ist. Ist sie schon erprobt?',
        'Das Angebot nennt keinen Zeitraum. Ab wann ist Zeit dafür?',
      ],
      advice: [
        'Nennen Sie die Form der Zusammenarbeit, die für Sie infrage kommt.',
        'Geben Sie an, wie weit die Lösung entwickelt sein soll (von TRL 1, einer Idee, bis TRL 9, im täglichen Einsatz).',
        'Nennen Sie, ab wann oder bis wann Sie eine Lösung brauchen.',
        'Nennen Sie ein weiteres Schlagwort: Ab drei zeigt sich genauer, wer passt.',
      ],
    });
    expect(explained(nothingKnown, 'en', 'OFFER')).toMatchObject({
      questions: [
        'The need names no form of cooperation. Which would be possible?',
        'The need does not say how far developed the solution should be. Will an idea do, or must it be tested?',
        'The need names no period. When should it start?',
        'The need names only a few tags so far. What exactly is it about?',
      ],
      advice: [
        'Say which form of cooperation would suit you.',
        'Say how far developed your solution is (from TRL 1, an idea, to TRL 9, in daily use).',
        'Say from when on you have time for it.',
      ],
    });
    expect(explained(nothingKnown, 'en')).toMatchObject({
      questions: [],
      advice: [
        'Ask both sides which form of cooperation would be possible.',
        'Ask both sides how far developed the solution is or should be.',
        'Ask both sides for a period.',
        'Ask the need’s side for one more tag.',
      ],
    });
  });

  it('puts essential tags first, and a wider field does not settle them', () => {
    const weights = { 'injection moulding': 3, welding: 3, plastics: 3 } as const;
    const known = { forms: ['THESIS'], trl: 5, startsOn: '2026-01-01' } as const;
    const asked = need(['injection moulding', 'welding', 'plastics'], { weights, ...known });
    const pair = [asked, offer(['plastics', 'catalysts'], known)] as const;
    expect(explained(pair, 'de', 'NEED')).toMatchObject({
      questions: [
        'Ihr Bedarf verlangt unbedingt „Spritzguss“, aber das Angebot nennt es nicht. Gehört es trotzdem dazu?',
        'Ihr Bedarf verlangt unbedingt „Schweißen“, aber das Angebot nennt es nicht. Gehört es trotzdem dazu?',
      ],
      advice: [],
    });
    expect(explained(pair, 'en', 'OFFER')).toMatchObject({
      questions: [],
      advice: [
        'The need calls for “Injection moulding”. If your offer covers it, add it as a tag.',
        'The need calls for “Welding”. If your offer covers it, add it as a tag.',
      ],
    });
  });

  it('names what differs', () => {
    const asked = need(['welding'], { forms: ['THESIS'], trl: 7, startsOn: '2026-09-01' });
    const given = offer(['welding'], { forms: ['TRAINING'], trl: 3, endsOn: '2026-03-01' });
    expect(explained([asked, given], 'de', 'OFFER').questions).toEqual([
      'Noch keine gemeinsame Form der Zusammenarbeit. Gesucht: Abschlussarbeit; angeboten: Weiterbildung. Wäre auch eine andere möglich?',
      'Ihr Angebot ist weniger weit entwickelt als gesucht: TRL 3 von 9 (Idee im Versuch bestätigt) statt TRL 7 von 9 (Prototyp im Betrieb). Lässt sich der Abstand gemeinsam schließen?',
      'Die Zeiträume decken sich kaum oder gar nicht. Lässt sich einer verschieben?',
      'Der Bedarf nennt erst wenige Schlagwörter. Worum geht es genau?',
    ]);
    expect(
      explained([need(['welding'], { trl: 2 }), { ...given, trl: 9 }], 'en').questions,
    ).toEqual([
      'The offer is further developed than wanted: TRL 9 of 9 (in daily use) instead of TRL 2 of 9 (idea for an application). Does that suit?',
    ]);
  });
});

describe('a tag that stands in a text', () => {
  const told = (step: 'NARROWER' | 'SAME', readIn: readonly Side[], reader: Reader = 'NEED') =>
    reasonText(
      {
        kind: 'TOPIC',
        tag: 'plastics',
        path: [
          { tag: 'plastics', step: 'SAME' },
          ...(step === 'SAME' ? [] : [{ tag: 'extrusion', step }]),
        ],
        readIn,
      },
      { locale: 'de', reader, labelOf },
    );

  it('is told as such', () => {
    expect(told('SAME', ['OFFER'])).toBe(
      'Ihr Bedarf nennt „Kunststofftechnik“, und der Text des Angebots spricht davon.',
    );
    expect(told('SAME', ['NEED'], 'OFFER')).toBe(
      'Ihr Angebot nennt „Kunststofftechnik“, und der Text des Bedarfs spricht davon.',
    );
    expect(told('SAME', ['NEED', 'OFFER'])).toBe('Beide Texte sprechen von „Kunststofftechnik“.');
    expect(told('NARROWER', ['OFFER'])).toBe(
      'Ihr Bedarf nennt „Kunststofftechnik“; der Text des Angebots spricht von „Extrusion“, ein Teilgebiet davon.',
    );
  });

  const tag = {
    id: 'welding',
    label: { de: 'Schweißen', en: 'Welding' },
    synonyms: { de: ['Fügen von Blechen (Dünnblech)'], en: [] },
    broader: [],
    related: [],
  };
  const quoteIn = (text: string, locale: Locale = 'de') =>
    new QuotableText(text, locale).quoteOf(tag);

  it('is quoted literally, with the words around it', () => {
    expect(quoteIn('Wir bauen Rahmen. Beim Schweißen verziehen sie sich. Was hilft?')).toEqual({
      before: 'Beim ',
      words: 'Schweißen',
      after: ' verziehen sie sich.',
    });
    expect(quoteIn('Rahmen\nBleche durch Fügen verbinden')).toMatchObject({
      before: '',
      words: 'Bleche durch Fügen',
    });
    expect(quoteIn('Wir suchen Reibschweißen für Rahmen')?.words).toBe('Reibschweißen');
  });

  it('is not taken from a verb, or from a compound that is no kind of it', () => {
    const fair = { ...tag, label: { de: 'Messe', en: 'Fair' }, synonyms: { de: [], en: [] } };
    const inText = (text: string) => new QuotableText(text, 'de').quoteOf(fair);
    expect(inText('Wir wollen Wärme messen.')).toBeNull();
    expect(inText('Wir suchen einen Messestand.')).toBeNull();
    expect(inText('Wir fahren zur Messe.')?.words).toBe('Messe');
  });

  it('is not quoted from another language, from several sentences or from far apart', () => {
    expect(quoteIn('Wir sägen. Welding wäre besser.')).toBeNull();
    expect(quoteIn('Wir haben Bleche. Fügen müssen wir sie auch.')).toBeNull();
    expect(quoteIn(`Bleche ${'und sehr viel anderes '.repeat(4)} Fügen`)).toBeNull();
  });
});
