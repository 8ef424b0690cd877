import type { Locale } from '@wilma/domain';

export interface JudgeWords {
  readonly need: string;
  readonly offer: string;
  readonly tags: string;
  readonly forms: string;
  readonly keys: string;
  readonly progress: (judged: number, all: number) => string;
  readonly finished: (judged: number, file: string) => string;
  readonly exported: (needs: number, offers: number, folder: string) => string;
}

/** What whoever judges reads. */
export const JUDGE_WORDS: Readonly<Record<Locale, JudgeWords>> = {
  de: {
    need: 'BEDARF',
    offer: 'ANGEBOT',
    tags: 'Schlagwörter',
    forms: 'Zusammenarbeit',
    keys: '0 passt nicht · 1 verwandt · 2 passt · 3 passt sehr gut · s überspringen · u zurück · q beenden',
    progress: (judged, all) => `${judged} von ${all} beurteilt`,
    finished: (judged, file) => `${judged} Urteile stehen in ${file}.`,
    exported: (needs, offers, folder) =>
      `${needs} Bedarfe und ${offers} Angebote stehen in ${folder}.`,
  },
  en: {
    need: 'NEED',
    offer: 'OFFER',
    tags: 'Tags',
    forms: 'Cooperation',
    keys: '0 does not fit · 1 related · 2 fits · 3 fits very well · s skip · u undo · q quit',
    progress: (judged, all) => `${judged} of ${all} judged`,
    finished: (judged, file) => `${judged} judgements are in ${file}.`,
    exported: (needs, offers, folder) => `${needs} needs and ${offers} offers are in ${folder}.`,
  },
};
