import { IconBuilding, IconMail, IconPhone, IconUser } from '@tabler/icons-react';
import type { ContactPartsFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './contact-card.module.css';

interface ContactCardProps {
  readonly contact: ContactPartsFragment;
  readonly organisation: { readonly name: string } | null;
}

/** Whom to call or write to, once both sides said yes. */
export function ContactCard({ contact, organisation }: ContactCardProps) {
  const { t } = useText();
  const { salutation, academicTitle, name, mail, phone } = contact;
  const fullName = [
    salutation !== 'NONE' && t(`salutation.${salutation}`),
    academicTitle,
    name,
  ].filter(Boolean);
  return (
    <address className={classes.card}>
      <strong>{t('match.contact')}</strong>
      <span>
        <IconUser size={17} aria-hidden />
        {fullName.join(' ')}
      </span>
      {organisation && (
        <span>
          <IconBuilding size={17} aria-hidden />
          {organisation.name}
        </span>
      )}
      <span>
        <IconMail size={17} aria-hidden />
        <a href={`mailto:${mail}`}>{mail}</a>
      </span>
      {phone && (
        <span>
          <IconPhone size={17} aria-hidden />
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </span>
      )}
    </address>
  );
}
