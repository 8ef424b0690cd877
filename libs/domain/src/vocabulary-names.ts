import { FORM_NAMES } from './form-names.js';
import type {
  BudgetBand,
  CooperationForm,
  DismissReason,
  District,
  Locale,
  MatchStrength,
  ReadinessLevel,
  Sector,
  SizeClass,
} from './vocabulary.js';

type Names<K extends string | number> = Readonly<Record<K, string>>;

/**
 * What people call the values of the vocabularies: the one place for mails, pages, reasons and the
 * web. They fit to stand inside a sentence; whoever begins a line with one takes `capitalised`.
 */
export interface VocabularyNames {
  readonly form: Names<CooperationForm>;
  readonly strength: Names<MatchStrength>;
  readonly trl: Names<ReadinessLevel>;
  /** Short, for a choice or a line of facts. */
  readonly district: Names<District>;
  /** As an address would have it. */
  readonly districtInFull: Names<District>;
  /** Where somebody is, to follow their noun. */
  readonly inDistrict: Names<District>;
  /** Where somebody comes from, to follow "from" (de: "aus"). */
  readonly fromDistrict: Names<Exclude<District, 'ELSEWHERE'>>;
  readonly sector: Names<Sector>;
  readonly sizeClass: Names<SizeClass>;
  readonly budget: Names<BudgetBand>;
  /** Why a coordinator dismisses or a side declines. */
  readonly reason: Names<DismissReason>;
}

const de: VocabularyNames = {
  form: FORM_NAMES.de,
  strength: {
    STRONG: 'starker Vorschlag',
    GOOD: 'guter Vorschlag',
    POSSIBLE: 'möglicher Vorschlag',
  },
  trl: {
    1: 'Grundprinzip beobachtet',
    2: 'Idee für die Anwendung',
    3: 'Idee im Versuch bestätigt',
    4: 'im Labor erprobt',
    5: 'unter ähnlichen Bedingungen erprobt',
    6: 'in echter Umgebung vorgeführt',
    7: 'Prototyp im Betrieb',
    8: 'fertig und nachgewiesen',
    9: 'im täglichen Einsatz',
  },
  district: {
    COTTBUS: 'Cottbus',
    DAHME_SPREEWALD: 'Dahme-Spreewald',
    ELBE_ELSTER: 'Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'Oberspreewald-Lausitz',
    SPREE_NEISSE: 'Spree-Neiße',
    BAUTZEN: 'Bautzen',
    GOERLITZ: 'Görlitz',
    ELSEWHERE: 'außerhalb der Lausitz',
  },
  districtInFull: {
    COTTBUS: 'Cottbus',
    DAHME_SPREEWALD: 'Landkreis Dahme-Spreewald',
    ELBE_ELSTER: 'Landkreis Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'Landkreis Oberspreewald-Lausitz',
    SPREE_NEISSE: 'Landkreis Spree-Neiße',
    BAUTZEN: 'Landkreis Bautzen',
    GOERLITZ: 'Landkreis Görlitz',
    ELSEWHERE: 'außerhalb der Lausitz',
  },
  inDistrict: {
    COTTBUS: 'in Cottbus',
    DAHME_SPREEWALD: 'im Landkreis Dahme-Spreewald',
    ELBE_ELSTER: 'im Landkreis Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'im Landkreis Oberspreewald-Lausitz',
    SPREE_NEISSE: 'im Landkreis Spree-Neiße',
    BAUTZEN: 'im Landkreis Bautzen',
    GOERLITZ: 'im Landkreis Görlitz',
    ELSEWHERE: 'außerhalb der Lausitz',
  },
  fromDistrict: {
    COTTBUS: 'Cottbus',
    DAHME_SPREEWALD: 'dem Landkreis Dahme-Spreewald',
    ELBE_ELSTER: 'dem Landkreis Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'dem Landkreis Oberspreewald-Lausitz',
    SPREE_NEISSE: 'dem Landkreis Spree-Neiße',
    BAUTZEN: 'dem Landkreis Bautzen',
    GOERLITZ: 'dem Landkreis Görlitz',
  },
  sector: {
    A: 'Land- und Forstwirtschaft, Fischerei',
    B: 'Bergbau, Gewinnung von Steinen und Erden',
    C: 'Verarbeitendes Gewerbe',
    D: 'Energieversorgung',
    E: 'Wasser, Abwasser und Abfall',
    F: 'Baugewerbe',
    G: 'Handel',
    H: 'Verkehr und Lagerei',
    I: 'Gastgewerbe',
    J: 'Verlage, Rundfunk und Medieninhalte',
    K: 'Telekommunikation und Informationstechnik',
    L: 'Finanzen und Versicherungen',
    M: 'Grundstücks- und Wohnungswesen',
    N: 'Freiberufliche, wissenschaftliche und technische Dienstleistungen',
    O: 'Sonstige wirtschaftliche Dienstleistungen',
    P: 'Öffentliche Verwaltung, Verteidigung, Sozialversicherung',
    Q: 'Erziehung und Unterricht',
    R: 'Gesundheits- und Sozialwesen',
    S: 'Kunst, Sport und Erholung',
    T: 'Sonstige Dienstleistungen',
    U: 'Private Haushalte',
    V: 'Exterritoriale Organisationen',
  },
  sizeClass: {
    MICRO: 'bis 9 Beschäftigte',
    SMALL: '10 bis 49 Beschäftigte',
    MEDIUM: '50 bis 249 Beschäftigte',
    LARGE: 'ab 250 Beschäftigte',
  },
  budget: {
    NONE: 'kein eigenes Budget',
    UNDER_10K: 'bis 10.000 €',
    UNDER_50K: 'bis 50.000 €',
    UNDER_250K: 'bis 250.000 €',
    OVER_250K: 'über 250.000 €',
    OPEN: 'noch offen',
  },
  reason: {
    TOPIC: 'das Thema passt nicht',
    MATURITY: 'der Reifegrad passt nicht',
    TIMING: 'der Zeitpunkt passt nicht',
    CAPACITY: 'zurzeit keine Kapazität',
    ALREADY_IN_CONTACT: 'schon in Kontakt',
    COMPETITOR: 'Wettbewerber',
    TOO_VAGUE: 'die Beschreibung ist zu ungenau',
    OTHER: 'ein anderer Grund',
  },
};

const en: VocabularyNames = {
  form: FORM_NAMES.en,
  strength: { STRONG: 'strong match', GOOD: 'good match', POSSIBLE: 'possible match' },
  trl: {
    1: 'basic principle observed',
    2: 'idea for an application',
    3: 'idea confirmed by experiment',
    4: 'tested in the lab',
    5: 'tested under similar conditions',
    6: 'shown in a real environment',
    7: 'prototype in operation',
    8: 'finished and proven',
    9: 'in daily use',
  },
  district: { ...de.district, ELSEWHERE: 'outside Lusatia' },
  districtInFull: {
    COTTBUS: 'Cottbus',
    DAHME_SPREEWALD: 'district of Dahme-Spreewald',
    ELBE_ELSTER: 'district of Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'district of Oberspreewald-Lausitz',
    SPREE_NEISSE: 'district of Spree-Neiße',
    BAUTZEN: 'district of Bautzen',
    GOERLITZ: 'district of Görlitz',
    ELSEWHERE: 'outside Lusatia',
  },
  inDistrict: {
    COTTBUS: 'in Cottbus',
    DAHME_SPREEWALD: 'in the district of Dahme-Spreewald',
    ELBE_ELSTER: 'in the district of Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'in the district of Oberspreewald-Lausitz',
    SPREE_NEISSE: 'in the district of Spree-Neiße',
    BAUTZEN: 'in the district of Bautzen',
    GOERLITZ: 'in the district of Görlitz',
    ELSEWHERE: 'outside Lusatia',
  },
  fromDistrict: {
    COTTBUS: 'Cottbus',
    DAHME_SPREEWALD: 'the district of Dahme-Spreewald',
    ELBE_ELSTER: 'the district of Elbe-Elster',
    OBERSPREEWALD_LAUSITZ: 'the district of Oberspreewald-Lausitz',
    SPREE_NEISSE: 'the district of Spree-Neiße',
    BAUTZEN: 'the district of Bautzen',
    GOERLITZ: 'the district of Görlitz',
  },
  sector: {
    A: 'agriculture, forestry and fishing',
    B: 'mining and quarrying',
    C: 'manufacturing',
    D: 'energy supply',
    E: 'water, sewage and waste',
    F: 'construction',
    G: 'trade',
    H: 'transport and storage',
    I: 'accommodation and food service',
    J: 'publishing, broadcasting and content',
    K: 'telecommunication and information technology',
    L: 'finance and insurance',
    M: 'real estate',
    N: 'professional, scientific and technical services',
    O: 'administrative and support services',
    P: 'public administration, defence and social security',
    Q: 'education',
    R: 'health and social work',
    S: 'arts, sports and recreation',
    T: 'other services',
    U: 'private households',
    V: 'extraterritorial organisations',
  },
  sizeClass: {
    MICRO: 'up to 9 employees',
    SMALL: '10 to 49 employees',
    MEDIUM: '50 to 249 employees',
    LARGE: '250 employees or more',
  },
  budget: {
    NONE: 'no budget of its own',
    UNDER_10K: 'up to €10,000',
    UNDER_50K: 'up to €50,000',
    UNDER_250K: 'up to €250,000',
    OVER_250K: 'over €250,000',
    OPEN: 'still open',
  },
  reason: {
    TOPIC: 'the topic does not fit',
    MATURITY: 'the maturity does not fit',
    TIMING: 'the timing does not fit',
    CAPACITY: 'no capacity at present',
    ALREADY_IN_CONTACT: 'already in contact',
    COMPETITOR: 'competitor',
    TOO_VAGUE: 'the description is too vague',
    OTHER: 'another reason',
  },
};

export const NAMES: Readonly<Record<Locale, VocabularyNames>> = { de, en };

/** A name as it begins a line. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
