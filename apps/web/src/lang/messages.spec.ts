import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
