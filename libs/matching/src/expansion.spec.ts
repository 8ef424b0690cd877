import { describe, expect, it } from '@jest/globals';
import { GRAPH, graphOf } from './postings.fixture.js';
import { expand } from './expansion.js';

const reached = (tag: string, graph = GRAPH): Record<string, number> =>
  Object.fromEntries([...expand(tag, graph).values()].map((one) => [one.tag, one.permille]));

describe('expand', () => {
  it('goes down by .8 a step, up by .4, and to siblings by .15', () => {
    expect(reached('plastics')).toEqual({
      plastics: 1000,
      'injection moulding': 800,
      extrusion: 800,
      'micro moulding': 640,
    });
    expect(reached('micro moulding')).toEqual({
      'micro moulding': 1000,
      'injection moulding': 400,
      plastics: 160,
    });
    expect(reached('extrusion')).toEqual({
      extrusion: 1000,
      plastics: 400,
      'injection moulding': 150,
    });
  });

  it('goes down from a root, but never up to one or across it', () => {
    expect(reached('energy')).toMatchObject({ hydrogen: 800, electrolysis: 640 });
    expect(reached('welding')).toEqual({ welding: 1000 });
  });

  it('goes to related tags in both directions', () => {
    expect(reached('electrolysis')).toMatchObject({ catalysts: 250 });
    expect(reached('catalysts')).toMatchObject({ electrolysis: 250 });
  });

  it('keeps the path, for siblings by way of what both belong to', () => {
    const answers = expand('extrusion', GRAPH);
    expect(answers.get('injection moulding')?.path).toEqual([
      { tag: 'extrusion', step: 'SAME' },
      { tag: 'plastics', step: 'BROADER' },
      { tag: 'injection moulding', step: 'SIBLING' },
    ]);
    expect(expand('plastics', GRAPH).get('micro moulding')?.path).toEqual([
      { tag: 'plastics', step: 'SAME' },
      { tag: 'injection moulding', step: 'NARROWER' },
      { tag: 'micro moulding', step: 'NARROWER' },
    ]);
  });

  it('takes the shortest of several ways and ends in a circle', () => {
    const diamond = graphOf({ top: [], left: ['top'], right: ['left'], both: ['right', 'top'] });
    expect(reached('top', diamond)).toMatchObject({ both: 800 });
    const circle = graphOf({ a: ['b'], b: ['a'] });
    expect(reached('a', circle)).toEqual({ a: 1000, b: 800 });
  });

  it('leaves a tag outside the vocabulary to itself', () => {
    expect(reached('unheard of')).toEqual({ 'unheard of': 1000 });
  });
});
