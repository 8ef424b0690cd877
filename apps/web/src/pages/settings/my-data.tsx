import { Button, Group } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useText } from '../../lang/text.js';
import { ErasureChoice } from './erasure-choice.js';
import classes from './settings.module.css';

/** What is known about oneself, to read and to take along, and the way to be erased. */
export function MyData() {
  const { t } = useText();
  return (
    <section className={`panel ${classes.box}`}>
      <h2>{t('myData.title')}</h2>
      <p>{t('myData.text')}</p>
      <Group gap="xs">
        <Button
          component="a"
          href="/me/data.html"
          target="_blank"
          rel="noopener"
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t('myData.read')}
        </Button>
        <Button
          component="a"
          href="/me/data.json"
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('myData.file')}
        </Button>
      </Group>
      <ErasureChoice />
    </section>
  );
}
