import { useText } from './text.js';

/** Sections of the German classification of economic activities, edition 2008. */
const SECTIONS = [
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const),
  ...(['L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U'] as const),
] as const;

type Section = (typeof SECTIONS)[number];

const isSection = (text: string): text is Section => SECTIONS.some((section) => section === text);

/** The name of a sector; what is no section of the classification is shown as it is. */
export function useSectorName(): (sector: string) => string {
  const { t } = useText();
  return (sector) => (isSection(sector) ? t(`sector.${sector}`) : sector);
}
