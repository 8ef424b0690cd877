import { Sector } from '@wilma/domain';
import { useText } from './text.js';

const isSector = (text: string): text is Sector => text in Sector;

/** The name of a sector; what is no section of the classification is shown as it is. */
export function useSectorName(): (sector: string) => string {
  const { t } = useText();
  return (sector) => (isSector(sector) ? t(`sector.${sector}`) : sector);
}
