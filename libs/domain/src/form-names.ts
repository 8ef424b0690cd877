import type { CooperationForm, Locale } from './vocabulary.js';

/** What people call the forms of cooperation, fit to stand inside a sentence. */
export const FORM_NAMES: Readonly<Record<Locale, Readonly<Record<CooperationForm, string>>>> = {
  de: {
    CONTRACT_RESEARCH: 'Auftragsforschung',
    JOINT_PROJECT: 'gefördertes Verbundprojekt',
    EQUIPMENT_USE: 'Geräte- oder Labornutzung',
    THESIS: 'Abschlussarbeit',
    INTERNSHIP: 'Praktikum',
    DUAL_STUDY: 'Werkstudium oder duales Studium',
    DOCTORATE: 'kooperative Promotion',
    CONSULTING: 'Beratung oder Gutachten',
    LICENCE: 'Lizenz oder Patent',
    TRAINING: 'Weiterbildung',
    GUEST_LECTURE: 'Gastvortrag',
    PILOT: 'Pilotprojekt oder Reallabor',
    SPIN_OFF: 'Ausgründung',
  },
  en: {
    CONTRACT_RESEARCH: 'contract research',
    JOINT_PROJECT: 'joint funded project',
    EQUIPMENT_USE: 'equipment or lab use',
    THESIS: 'thesis',
    INTERNSHIP: 'internship',
    DUAL_STUDY: 'working student or dual study',
    DOCTORATE: 'cooperative doctorate',
    CONSULTING: 'consulting or expert report',
    LICENCE: 'licence or patent',
    TRAINING: 'training',
    GUEST_LECTURE: 'guest lecture',
    PILOT: 'pilot or living lab',
    SPIN_OFF: 'spin-off',
  },
};
