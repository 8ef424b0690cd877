import { Anchor, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './page.module.css';

interface PageProps {
  /** Shown as the heading and in the browser's tab. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** Where the page belongs, as a way back above the heading. */
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide' | 'full';
  readonly children: ReactNode;
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Wilma`;
  }, [title]);
}

/** The frame of an ordinary page: one heading, what it is about, and its content. */
export function Page({ title, lead, back, actions, width = 'normal', children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      {back && <BackLink {...back} />}
      <div className={classes.head}>
        <div className={classes.heading}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Anchor component={Link} to={to} className={classes.back}>
      <IconChevronLeft size={17} aria-hidden />
      {label}
    </Anchor>
  );
}
