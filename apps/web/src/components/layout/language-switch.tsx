import { SegmentedControl } from '@mantine/core';
import type { Locale } from '@wilma/domain';
import { useLanguage } from '../../lang/language.js';
import { useText } from '../../lang/text.js';
import classes from './layout.module.css';

const LANGUAGES = [
  { value: 'de', label: <abbr title="Deutsch">DE</abbr> },
  { value: 'en', label: <abbr title="English">EN</abbr> },
];

export function LanguageSwitch() {
  const { t } = useText();
  const { locale, choose } = useLanguage();
  return (
    <SegmentedControl
      size="xs"
      className={classes.languages}
      aria-label={t('layout.language')}
      data={LANGUAGES}
      value={locale}
      onChange={(value) => choose(value as Locale)}
    />
  );
}
