import type { Locale } from '@wilma/domain';

/** A posting of the sample: its language and what it says, the title first. */
export type SampleText = readonly [locale: Locale, title: string, text: string];

/**
 * Needs and offers invented for this test, judged by hand: offer n answers need n, the offer called
 * n-near lies beside it and is of no use.
 */
export const NEEDS: Readonly<Record<string, SampleText>> = {
  '1': [
    'de',
    'Kratzer auf Blenden',
    'Unsere spritzgegossenen Hochglanzblenden prüfen wir von Hand, viele Kratzer rutschen durch.',
  ],
  '2': [
    'de',
    'Wärme aus dem Ofen geht verloren',
    'Im Glaswerk wollen wir die Abwärme der Schmelzwanne für das Heizen nutzen.',
  ],
  '3': [
    'de',
    'Lager fallen ohne Ankündigung aus',
    'Förderbänder stehen still, weil Lager brechen. Wir suchen Sensoren, die Schwingungen messen.',
  ],
  '4': [
    'en',
    'Fewer samples for battery tests',
    'We age battery cells for months and would like to predict their lifetime from fewer tests.',
  ],
  '5': [
    'de',
    'Hanf statt Kunstfaser',
    'Unsere Weberei möchte Naturfasern aus der Region zu technischen Textilien verarbeiten.',
  ],
  '6': [
    'de',
    'Bürgerfragen beantworten sich ständig gleich',
    'Das Rathaus sucht einen Chatbot für die Verwaltung, der Auskünfte nicht erfindet.',
  ],
  '7': [
    'de',
    'Beton ohne Zement',
    'Wir fertigen Betonteile und suchen Bindemittel mit weniger Kohlendioxid.',
  ],
  '8': [
    'en',
    'Water from the former mine',
    'Sulphate in mine water keeps us from using it; we need a treatment that is affordable.',
  ],
  '9': [
    'de',
    'Schweißnähte werden ungleich',
    'Mit dem Schweißroboter verziehen sich dünne Bleche, die Nachtschicht korrigiert von Hand.',
  ],
  '10': [
    'de',
    'Pflegekräfte heben zu schwer',
    'Im Pflegeheim suchen wir Exoskelette oder andere Hilfen beim Heben.',
  ],
  '11': [
    'de',
    'Wald stirbt',
    'Die Kiefern vertrocknen, der Forstbetrieb will Schäden mit Drohnen erkennen.',
  ],
  '12': [
    'en',
    'Shorter changeovers in packaging',
    'Our packaging line loses hours at each changeover; we look for planning that keeps sequences short.',
  ],
};

export const OFFERS: Readonly<Record<string, SampleText>> = {
  '1': [
    'de',
    'Optische Inspektion glänzender Oberflächen',
    'Deflektometrie findet Kratzer auf Kunststoff und Glas, auch mit wenigen Fehlerbildern.',
  ],
  '1-near': ['de', 'Spritzguss dünner Wände', 'Wir legen Werkzeuge aus und simulieren das Füllen.'],
  '2': [
    'de',
    'Abwärmenutzung in der Industrie',
    'Wärmetauscher und Hochtemperatur-Wärmepumpen für Schmelzöfen, von der Messung bis zum Konzept.',
  ],
  '2-near': [
    'en',
    'Strength of thin glass',
    'We test thin glass in bending and study how cracks grow.',
  ],
  '3': [
    'en',
    'Condition monitoring by vibration',
    'Wireless sensors and models that announce bearing failures of rotating machines.',
  ],
  '3-near': [
    'de',
    'Förderbänder im Tagebau',
    'Geschichte der Fördertechnik, Führungen und Sammlung.',
  ],
  '4': [
    'de',
    'Lebensdauer von Batteriezellen vorhersagen',
    'Maschinelles Lernen aus wenigen Zyklen, eigene Prüfstände für Lithiumzellen.',
  ],
  '4-near': ['en', 'Battery recycling', 'Hydrometallurgy recovers metals from spent cells.'],
  '5': [
    'de',
    'Naturfaserverarbeitung',
    'Aufbereitung von Hanf und Flachs bis zum Vlies und zum technischen Gewebe.',
  ],
  '5-near': ['de', 'Anbauversuche mit Hanf', 'Sorten, Boden und Ertrag auf sandigen Feldern.'],
  '6': [
    'de',
    'Sprachmodelle, die Quellen nennen',
    'Auskunftssysteme für Verwaltungen: Chatbots, die nur aus geprüften Dokumenten antworten.',
  ],
  '6-near': [
    'de',
    'Bürgerbeteiligung im Strukturwandel',
    'Wir begleiten Kommunen bei Werkstätten und Befragungen.',
  ],
  '7': [
    'de',
    'Zementarme Bindemittel',
    'Geopolymere und calcinierte Tone für Betonfertigteile, mit Ökobilanz.',
  ],
  '7-near': ['de', 'Schalungen aus Textilbeton', 'Leichte Schalungen, die an der Wand bleiben.'],
  '8': [
    'de',
    'Sulfat aus Grubenwasser entfernen',
    'Membranverfahren und biologische Wasseraufbereitung im Bergbau.',
  ],
  '8-near': ['en', 'Tourism at new lakes', 'Surveys on visitors of former open-cast mines.'],
  '9': [
    'de',
    'Roboterschweißen dünner Bleche',
    'Verzug berechnen und Parameter beim Schweißen regeln.',
  ],
  '9-near': ['en', 'Sheet metal forming', 'Friction and springback in deep drawing.'],
  '10': [
    'en',
    'Exoskeletons at work',
    'We measure strain and fit exoskeletons for lifting in care and logistics.',
  ],
  '10-near': [
    'de',
    'Personalgewinnung in der Pflege',
    'Auslandsanwerbung und Sprachkurse für Pflegekräfte.',
  ],
  '11': [
    'de',
    'Fernerkundung von Waldschäden',
    'Drohnen und Satelliten zeigen Trockenstress, ehe Nadeln braun werden.',
  ],
  '11-near': ['de', 'Holzbau mit Kiefer', 'Tragwerke aus heimischem Holz.'],
  '12': [
    'de',
    'Reihenfolgeplanung mit Rüstzeiten',
    'Produktionsplanung und Optimierung für Verpackungslinien.',
  ],
  '12-near': ['en', 'Packaging from paper', 'Coatings that keep grease out.'],
};
