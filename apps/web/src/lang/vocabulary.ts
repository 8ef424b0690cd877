import { capitalised, type Locale, NAMES, type VocabularyNames } from '@wilma/domain';

/** Message groups whose words the domain has, and what it calls them. */
const GROUPS = {
  budget: 'budget',
  cooperationForm: 'form',
  district: 'district',
  reason: 'reason',
  sector: 'sector',
  sizeClass: 'sizeClass',
  strength: 'strength',
  trl: 'trl',
} as const satisfies Record<string, keyof VocabularyNames>;
type Group = keyof typeof GROUPS;

/** The key of a word of the vocabularies, such as `budget.OPEN`. */
export type VocabularyId = {
  [G in Group]: `${G}.${Extract<keyof VocabularyNames[(typeof GROUPS)[G]], string | number>}`;
}[Group];

/** These follow a label on its line. */
const INSIDE: readonly Group[] = ['budget', 'sizeClass'];

/** The words of the vocabularies as messages, as they begin a line. */
export function vocabularyMessages(locale: Locale): Record<VocabularyId, string> {
  const messages = (Object.keys(GROUPS) as Group[]).flatMap((group) =>
    Object.entries<string>(NAMES[locale][GROUPS[group]]).map(([value, name]) => [
      `${group}.${value}`,
      INSIDE.includes(group) ? name : capitalised(name),
    ]),
  );
  return Object.fromEntries(messages) as Record<VocabularyId, string>;
}
