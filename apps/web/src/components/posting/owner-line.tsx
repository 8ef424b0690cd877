import type { District, SizeClass, Visibility } from '@wilma/domain';
import { IconBuilding, IconMapPin, IconEyeOff } from '@tabler/icons-react';
import { useSectorName } from '../../lang/sector.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import { VisibilityBadge } from '../state-badge.js';
import classes from './posting.module.css';

export interface OwnerFacts {
  readonly organisation?: { readonly name: string } | null;
  readonly district?: District | null;
  readonly sector?: string | null;
  readonly sizeClass?: SizeClass | null;
  readonly visibility?: Visibility;
  readonly mine?: boolean;
}

/** Whether the viewer reads the name as the owner only. */
const isOwnSecret = ({ organisation, visibility, mine }: OwnerFacts): boolean =>
  mine === true && organisation != null && visibility !== undefined && visibility !== 'NAMED';

/** Who posted it, or, as long as that is not released, what kind of organisation. */
export function OwnerLine({
  owner,
  withDistrict = true,
  isReleased = false,
}: {
  owner: OwnerFacts;
  withDistrict?: boolean;
  /** Whether the other side knows the name already. */
  isReleased?: boolean;
}) {
  const { t } = useText();
  const { me } = useSession();
  const sectorName = useSectorName();
  const { organisation, district, sector, sizeClass, visibility, mine } = owner;
  const isSecret = !isReleased && isOwnSecret(owner);
  const showsBadge = visibility && organisation && !mine && isStaffRole(me?.role);
  const blindedFacts = [
    sector && sectorName(sector),
    sizeClass && t(`sizeClass.${sizeClass}`),
  ].filter(Boolean);
  return (
    <span className={classes.owner}>
      {organisation && !isSecret ? (
        <span className={classes.ownerName}>
          <IconBuilding size={15} aria-hidden />
          {organisation.name}
          {showsBadge && <VisibilityBadge visibility={visibility} />}
        </span>
      ) : (
        <span className={classes.ownerBlinded}>
          <IconEyeOff size={15} aria-hidden />
          {[t('posting.blindedOwner'), ...blindedFacts].join(' · ')}
        </span>
      )}
      {isSecret && (
        <span className={classes.ownerPrivate}>
          {t('posting.onlyYouSee', { name: organisation?.name ?? '' })}
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
