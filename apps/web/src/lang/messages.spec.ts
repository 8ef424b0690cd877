import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  BudgetBand,
  CooperationForm,
  DismissReason,
  District,
  MatchState,
  MatchStrength,
  OfferKind,
  PostingState,
  Role,
  Sector,
  SizeClass,
  Urgency,
  Visibility,
} from '@wilma/domain';
import { FIRST_MESSAGES } from './first-messages.js';
import { vocabularyMessages } from './vocabulary.js';

const source = join(import.meta.dirname, '..');

const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(source, 'lang', `${locale}.json`), 'utf8')) as Record<
    string,
    string
  >;

const german = read('de');
const english = read('en');
/** With the words of the vocabularies. */
const shown: Record<string, string> = { ...german, ...vocabularyMessages('de') };

function sourceFiles(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|generated/.test(name))
    .map((name) => readFileSync(join(source, name), 'utf8'));
}

/** What is loaded with a page of the first load: a file's text and those of what it imports at once. */
function loadedWith(page: string, texts = new Map<string, string>()): ReadonlyMap<string, string> {
  const path = [page, page.replace(/\.js$/, '.ts'), page.replace(/\.js$/, '.tsx')].find(existsSync);
  if (path === undefined || texts.has(path) || /\.(css|svg)$/.test(path)) return texts;
  const text = readFileSync(path, 'utf8');
  texts.set(path, text);
  for (const [, name = ''] of text.matchAll(/^(?:import|export|\}) .*?from '(\.[^']+)';$/gm)) {
    loadedWith(join(dirname(path), name), texts);
  }
  return texts;
}

/** The names of a message's blanks, `{count, plural, …}` and `{title}`, as one text; a branch is no blank. */
const blanksOf = (message: string): string => {
  const names = [...message.matchAll(/(?<!(?:=\d+|one|other) )\{(\w+)(?=[,}])/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(names)].sort().join(' ');
};

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
  });

  it('are nowhere empty', () => {
    for (const [key, text] of Object.entries({ ...german, ...english })) {
      expect([key, text.trim()]).not.toEqual([key, '']);
    }
  });

  it('have the same blanks in both languages', () => {
    const differing = Object.keys(german).filter((key) => {
      const [here, there] = [german, english].map((texts) => blanksOf(texts[key] ?? ''));
      return here !== there;
    });
    expect(differing).toEqual([]);
  });

  it('exist for every key that is used', () => {
    const used = sourceFiles().flatMap((text) =>
      [...text.matchAll(/\b(?:t|rich)\(\s*'([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !(key in shown))).toEqual([]);
  });

  it('of the frame, home and sign-in are loaded first', () => {
    const pages = ['main.tsx', 'pages/home/home-page.tsx', 'pages/sign-in/sign-in-page.tsx'];
    const texts = pages.flatMap((page) => [...loadedWith(join(source, page)).values()]).join('\n');
    const used = Object.keys(german).filter((key) => {
      const group = key.slice(0, key.lastIndexOf('.') + 1);
      return texts.includes(`'${key}'`) || texts.includes(`\`${group}\${`);
    });
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !FIRST_MESSAGES.test(key))).toEqual([]);
  });

  it('exist for every word of the vocabularies', () => {
    const words = Object.entries({
      budget: BudgetBand,
      cooperationForm: CooperationForm,
      cooperationFormHint: CooperationForm,
      district: District,
      matchState: MatchState,
      offerKind: OfferKind,
      postingState: PostingState,
      postingStateHint: PostingState,
      reason: DismissReason,
      role: Role,
      sector: Sector,
      sizeClass: SizeClass,
      strength: MatchStrength,
      urgency: Urgency,
      visibility: Visibility,
    }).flatMap(([group, values]) => Object.keys(values).map((value) => `${group}.${value}`));
    expect(words.filter((key) => !(key in shown))).toEqual([]);
  });

  it('do not repeat the words that the domain has', () => {
    for (const [locale, messages] of [['de', german] as const, ['en', english] as const]) {
      const words = vocabularyMessages(locale);
      expect(Object.keys(messages).filter((key) => key in words)).toEqual([]);
      const known = new Set(Object.values(words).map((word) => word.toLowerCase()));
      // Names of one word stand for themselves elsewhere, as "training" does.
      const repeated = Object.entries(messages).filter(
        ([, text]) => text.includes(' ') && known.has(text.toLowerCase()),
      );
      expect(repeated).toEqual([]);
    }
  });

  it('are all used', () => {
    const texts = sourceFiles().join('\n');
    const unused = Object.keys(german).filter((key) => {
      const group = key.slice(0, key.lastIndexOf('.') + 1);
      const spellings = [`'${key}'`, `"${key}"`, `\`${group}\${`];
      return !spellings.some((spelling) => texts.includes(spelling));
    });
    expect(unused).toEqual([]);
  });
});
