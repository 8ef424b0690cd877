import type { District, SizeClass } from '@wilma/domain';
import { IconBuilding, IconMapPin, IconEyeOff } from '@tabler/icons-react';
import { useSectorName } from '../../lang/sector.js';
import { useText } from '../../lang/text.js';
import classes from './posting.module.css';

export interface OwnerFacts {
  readonly organisation?: { readonly name: string } | null;
  readonly district?: District | null;
  readonly sector?: string | null;
  readonly sizeClass?: SizeClass | null;
}

/** Who posted it, or, as long as that is not released, what kind of organisation. */
export function OwnerLine({
  owner,
  withDistrict = true,
}: {
  owner: OwnerFacts;
  withDistrict?: boolean;
}) {
  const { t } = useText();
  const sectorName = useSectorName();
  const { organisation, district, sector, sizeClass } = owner;
  const blindedFacts = [
    sector && sectorName(sector),
    sizeClass && t(`sizeClass.${sizeClass}`),
  ].filter(Boolean);
  return (
    <span className={classes.owner}>
      {organisation ? (
        <span className={classes.ownerName}>
          <IconBuilding size={15} aria-hidden />
          {organisation.name}
        </span>
      ) : (
        <span className={classes.ownerBlinded}>
          <IconEyeOff size={15} aria-hidden />
          {[t('posting.blindedOwner'), ...blindedFacts].join(' · ')}
        </span>
      )}
      {withDistrict && district && (
        <span className={classes.place}>
          <IconMapPin size={15} aria-hidden />
          {t(`district.${district}`)}
        </span>
      )}
    </span>
  );
}

/** The same in one plain text, for rows and names of controls. */
export function useOwnerText(): (owner: OwnerFacts) => string {
  const { t } = useText();
  const sectorName = useSectorName();
  return ({ organisation, sector, district }) => {
    if (organisation) return organisation.name;
    const place = district ? t(`district.${district}`) : null;
    return [t('posting.blindedOwner'), sector ? sectorName(sector) : place]
      .filter(Boolean)
      .join(', ');
  };
}
