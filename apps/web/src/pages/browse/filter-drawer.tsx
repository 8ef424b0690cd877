import { Button, Drawer } from '@mantine/core';
import '@mantine/core/styles/Drawer.layer.css';
import type { ReactNode } from 'react';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

export interface FilterDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly totalCount: number | undefined;
  readonly children: ReactNode;
}

/** The filters on a phone: a screen of their own, with what they give at its foot. */
export default function FilterDrawer(props: FilterDrawerProps) {
  const { opened, onClose, totalCount, children } = props;
  const { t } = useText();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(100%, 26rem)"
      title={t('browse.filters', { count: 0 })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ body: classes.drawerBody, content: classes.drawer, title: classes.drawerTitle }}
    >
      <div className={classes.drawerContent}>{children}</div>
      <div className={classes.drawerFoot}>
        <Button fullWidth size="md" onClick={onClose}>
          {t('browse.showResults', { count: totalCount ?? 0 })}
        </Button>
      </div>
    </Drawer>
  );
}
