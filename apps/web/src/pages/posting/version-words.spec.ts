import { describe, expect, it } from '@jest/globals';
import { readable, shortened, type TextPart } from './version-words.js';

describe('what stayed in a text', () => {
  it('is shown as it is where it is short', () => {
    expect(shortened('Zwei Linien, Takt 20 Sekunden. ')).toBe('Zwei Linien, Takt 20 Sekunden. ');
  });

  it('is shown by its beginning and end where it is long', () => {
    const text = `Anfang ${'und so weiter '.repeat(40)}Ende`;
    const short = shortened(text);
    expect(short.length).toBeLessThan(140);
    expect(short).toMatch(/^Anfang .* … .* Ende$/);
  });
});

describe('a text that was changed', () => {
  const part = (kind: TextPart['kind'], text: string): TextPart => ({ kind, text });

  it('shows its changes where they are', () => {
    const parts = [
      part('SAME', 'Gesucht ist eine Prüfung '),
      part('REMOVED', 'von Hand'),
      part('ADDED', 'im Takt'),
    ];
    expect(readable(parts)).toEqual(parts);
  });

  it('is shown as a whole, before and after, where little of it stayed', () => {
    const parts = [
      part('REMOVED', 'Alles von Hand'),
      part('ADDED', 'Eine Maschine'),
      part('SAME', ' und '),
      part('REMOVED', 'langsam'),
      part('ADDED', 'schnell'),
    ];
    expect(readable(parts)).toEqual([
      part('REMOVED', 'Alles von Hand und langsam'),
      part('ADDED', 'Eine Maschine und schnell'),
    ]);
  });

  it('that was empty is new as a whole', () => {
    expect(readable([part('ADDED', 'Neu')])).toEqual([part('ADDED', 'Neu')]);
  });
});
