import { describe, expect, it } from '@jest/globals';
import { joinedTags, reasonsOf, strongestParts, topicBases, totalPoints } from './explanation.js';

const tag = (id: string) => ({ id });

describe('joinedTags', () => {
  it('marks the same tag on both sides', () => {
    const joined = joinedTags([{ kind: 'TOPIC', tag: tag('ai'), path: [tag('ai')] }]);
    expect([...joined.need]).toEqual(['ai']);
    expect([...joined.offer]).toEqual(['ai']);
  });

  it("takes the end of the path as the offer's tag", () => {
    const joined = joinedTags([
      { kind: 'TOPIC', tag: tag('plastics'), path: [tag('plastics'), tag('recycling')] },
    ]);
    expect([...joined.offer]).toEqual(['recycling']);
  });

  it('ignores reasons without a tag, and lives without a path', () => {
    const joined = joinedTags([{ kind: 'FORM' }, { kind: 'TOPIC', tag: tag('laser'), path: null }]);
    expect([...joined.need]).toEqual(['laser']);
    expect([...joined.offer]).toEqual(['laser']);
  });
});

describe('parts of a score', () => {
  const parts = [
    { kind: 'TOPIC', points: 38, max: 50 },
    { kind: 'FORM', points: 0, max: 20 },
    { kind: 'TIME', points: 9, max: 10 },
  ] as const;

  it('names the heaviest parts that carry anything', () => {
    expect(strongestParts(parts, 2).map((part) => part.kind)).toEqual(['TOPIC', 'TIME']);
    expect(strongestParts(parts, 5)).toHaveLength(2);
  });

  it('tells what a topic rests on, akin ways as one', () => {
    const signals = [
      { kind: 'TAGS', points: 4 },
      { kind: 'READ', points: 0 },
      { kind: 'WORDS', points: 7 },
      { kind: 'TITLE', points: 2 },
    ] as const;
    expect(topicBases(signals)).toEqual([
      ['words', 9],
      ['tags', 4],
    ]);
  });

  it('adds up', () => {
    expect(totalPoints(parts)).toBe(47);
  });

  it('gives each part its own reasons', () => {
    const reasons = [{ kind: 'TOPIC', tag: tag('ai') }, { kind: 'TIME' }] as const;
    expect(reasonsOf('TOPIC', reasons)).toHaveLength(1);
    expect(reasonsOf('FORM', reasons)).toHaveLength(0);
  });
});
