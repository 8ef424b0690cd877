import '@mantine/spotlight/styles.layer.css';
import { useComputedColorScheme, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconArrowRight,
  IconBuilding,
  IconFileText,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconStack2,
  IconSun,
  IconTag,
} from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ComponentType } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../lang/language.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, mayPost, useSession } from '../../session/session.js';
import { useToasts } from '../toasts.js';
import { pagesFor, writingFor } from './destinations.js';
import classes from './palette.module.css';
import { useRecords, type FoundRecord } from './use-records.js';

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Icon = ComponentType<{ size: number; 'aria-hidden': boolean }>;

/** A line of the palette. */
interface Entry {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: Icon;
  readonly run: () => void;
}

const RECORD_ICONS: Record<FoundRecord['is'], Icon> = {
  need: IconFileText,
  offer: IconStack2,
  tag: IconTag,
  organisation: IconBuilding,
};

/** Every page, record and action a few letters away. */
export default function Palette({ opened, onClose }: PaletteProps) {
  const { t } = useText();
  const { me } = useSession();
  const navigate = useNavigate();
  const [store, spotlight] = useMemo(() => createSpotlight(), []);
  const [query, setQuery] = useState('');
  // The focus stays in the field: what the arrows choose is said aloud.
  const [chosen, setChosen] = useState('');
  const actions = useActions();
  const viewer = { role: me?.role ?? null, mayPost: mayPost(me) };
  const { records, pending, failed } = useRecords(opened ? query : '', isStaffRole(me?.role));

  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened, spotlight]);

  const goTo = (to: string) => () => void navigate(to);
  const matching = (entries: readonly Entry[]) =>
    entries.filter(({ label }) => meets(label, query));
  const pages = matching(
    pagesFor(viewer).map(({ to, label }) => ({
      key: to,
      label: t(label),
      icon: IconArrowRight,
      run: goTo(to),
    })),
  );
  const writing = writingFor(viewer).map(({ to, label }) => ({
    key: to,
    label: t(label),
    icon: IconPlus,
    run: goTo(to),
  }));
  const toDo = matching([...writing, ...actions]);
  const found = records.map(({ to, title, is }) => ({
    key: to,
    label: title,
    note: t(`palette.${is}`),
    icon: RECORD_ICONS[is],
    run: goTo(to),
  }));
  const groups = [
    { label: t('palette.records'), entries: found },
    { label: t('palette.pages'), entries: pages },
    { label: t('palette.actions'), entries: toDo },
  ].filter(({ entries }) => entries.length > 0);

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight="min(60dvh, 30rem)"
      title={t('palette.title')}
      classNames={{ header: classes.header }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        maxLength={200}
        leftSection={<IconSearch size={18} aria-hidden />}
        onKeyUp={() => setChosen(chosenLabel())}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, entries }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {entries.map(({ key, label: text, note, icon: EntryIcon, run }) => (
              <Spotlight.Action
                key={key}
                label={text}
                {...(note === undefined ? {} : { description: note })}
                leftSection={<EntryIcon size={18} aria-hidden />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && !pending && (
          <Spotlight.Empty>{t(failed ? 'error.network' : 'palette.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <VisuallyHidden role="status">{pending ? t('palette.searching') : chosen}</VisuallyHidden>
    </Spotlight.Root>
  );
}

const chosenLabel = (): string =>
  document.querySelector('[data-action][data-selected]')?.textContent ?? '';

/** What is done at once, without a page. */
function useActions(): readonly Entry[] {
  const { t } = useText();
  const { me, signOut } = useSession();
  const { locale, choose } = useLanguage();
  const { showFailure } = useToasts();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const navigate = useNavigate();
  const other = locale === 'de' ? 'en' : 'de';
  const leave = async () => {
    if (await signOut()) void navigate('/');
    else showFailure('NETWORK');
  };
  const entries: Entry[] = [
    {
      key: 'language',
      // In the language that somebody who does not read this one looks for.
      label: other === 'en' ? 'English' : 'Deutsch',
      icon: IconLanguage,
      run: () => choose(other),
    },
    {
      key: 'scheme',
      label: t(isDark ? 'layout.lightScheme' : 'layout.darkScheme'),
      icon: isDark ? IconSun : IconMoon,
      run: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
  ];
  if (!me) return entries;
  return [
    ...entries,
    { key: 'sign-out', label: t('action.signOut'), icon: IconLogout, run: () => void leave() },
  ];
}

/** Whether every word that was typed stands in the label. */
function meets(label: string, query: string): boolean {
  const words = label.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part));
}
