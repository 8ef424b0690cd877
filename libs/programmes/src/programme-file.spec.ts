import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readProgrammes } from './programme-file.js';

describe('the programmes that every installation begins with', () => {
  it('are named once each, in words of both languages, and one is the operator’s own', async () => {
    const programmes = await readProgrammes();
    const shortNames = programmes.map(({ shortName }) => shortName);
    expect(shortNames).toEqual(
      expect.arrayContaining(['InnoHub13', 'Startup Revier EAST', 'Life & Technology', 'LEX']),
    );
    for (const list of [shortNames, programmes.map(({ key }) => key)]) {
      expect(new Set(list).size).toBe(programmes.length);
    }
    for (const { descriptionDe, descriptionEn } of programmes) {
      expect(descriptionDe).not.toBe(descriptionEn);
    }
    expect(programmes.filter(({ own }) => own)).toHaveLength(1);
  });

  it('claim nothing that nobody has checked', async () => {
    const unchecked = (await readProgrammes()).filter(({ checkedOn }) => checkedOn === null);
    for (const { status, own, startsOn, endsOn } of unchecked) {
      expect([status === 'UNKNOWN' || own, startsOn, endsOn]).toEqual([true, null, null]);
    }
  });
});

describe('readProgrammes', () => {
  const good = `
- key: a
  name: Alpha
  shortName: A1
  kind: INITIATIVE
  status: OPEN
  description: { de: Eins, en: One }`;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'programmes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(text: string) {
    const path = join(folder, 'programmes.yaml');
    await writeFile(path, text);
    return readProgrammes(pathToFileURL(path));
  }

  it('fills in what may be left out', async () => {
    expect(await read(good)).toEqual([
      {
        key: 'a',
        name: 'Alpha',
        shortName: 'A1',
        kind: 'INITIATIVE',
        status: 'OPEN',
        operator: null,
        link: null,
        checkedOn: null,
        startsOn: null,
        endsOn: null,
        own: false,
        descriptionDe: 'Eins',
        descriptionEn: 'One',
      },
    ]);
  });

  it.each([
    ['a status that there is not', good.replace('OPEN', 'RUNNING')],
    ['a misspelled key', `${good}\n  webpage: https://a.example`],
    ['a link that is none', `${good}\n  link: javascript:1`],
    ['a day that no calendar has', `${good}\n  checkedOn: '2026-02-30'`],
    ['a missing language', good.replace(', en: One', '')],
  ])('refuses %s', async (_what, text) => {
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});
