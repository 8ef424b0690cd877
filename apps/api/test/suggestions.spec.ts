import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchFinder } from '@wilma/matches';
import { Database } from '@wilma/platform';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  FOUR_TAGS,
  GraphqlClient,
  type Person,
  type PostingPlan,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { aNeed } from './stage.js';

const SUGGEST = `query ($text: String!, $locale: Locale, $first: Int) {
  suggestTags(text: $text, locale: $locale, first: $first) { score confident evidence tag { id label(locale: de) } } }`;
const PREVIEW = `query ($input: NeedInput!, $first: Int) {
  previewMatches(input: $input) { count
    offers(first: $first) { id title organisation { name } contact { mail } mine } } }`;

interface Preview {
  readonly count: number;
  readonly offers: readonly { id: string; organisation: unknown; contact: unknown }[];
}

let api: ApiInProcess;
let company: string;
let university: string;
let member: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  company = await buildOrganisation(api.database);
  university = await buildOrganisation(api.database, { kind: 'UNIVERSITY' });
  member = await api.signIn(await buildAccount(api.database, { organisations: [company] }));
});

afterAll(() => api.stop());

describe('suggestTags', () => {
  const suggest = async (variables: Variables) =>
    (await new GraphqlClient(api.origin).ask(SUGGEST, variables)).suggestTags as {
      confident: boolean;
      evidence: string;
      score: number;
      tag: { id: string; label: string };
    }[];

  it('finds tags by what the text calls them, and quotes it', async () => {
    const text =
      'Wir schmelzen Glas; Risse soll eine BILDVERARBEITUNG sehen, auch image processing.';
    const found = await suggest({ text, locale: 'de' });
    expect(found).toContainEqual({
      tag: { id: 'image-processing', label: 'Bildverarbeitung' },
      score: expect.any(Number),
      confident: true,
      evidence: 'BILDVERARBEITUNG',
    });
    expect(await suggest({ text, locale: 'de', first: 1 })).toEqual(found.slice(0, 1));
  });

  it('says which of them may be taken without asking: those that stand out', async () => {
    const found = await suggest({
      text: 'Schweißnähte prüfen\n\nRoboter schweißen Rahmen; jede Schweißnaht wird geröntgt.',
      locale: 'de',
    });
    expect(found.find(({ tag }) => tag.id === 'welding')?.confident).toBe(true);
    const scores = (confident: boolean) =>
      found.filter((one) => one.confident === confident).map(({ score }) => score);
    expect(Math.min(...scores(true))).toBeGreaterThan(Math.max(...scores(false)));
  });

  it('finds nothing in nonsense, and reads no book', async () => {
    expect(await suggest({ text: 'Blorb xyzzy 123 …', locale: 'de' })).toEqual([]);
    const long = { text: 'Glas '.repeat(2_000) };
    const refusal = await new GraphqlClient(api.origin).refusal(SUGGEST, long);
    expect(refusal.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'text' }],
    });
  });
});

describe('previewMatches', () => {
  const anOffer = (plan: Partial<PostingPlan> = {}) =>
    buildPosting(api.database, 'OFFER', { organisation: university, ...plan });
  const preview = async (input: Variables, person = member): Promise<Preview> =>
    (await person.ask(PREVIEW, { input, first: 20 })).previewMatches as Preview;
  const idsOf = ({ offers }: Preview): string[] => offers.map(({ id }) => id).sort();
  const stored = () => api.database.count('posting', 'match', 'event', 'posting_tag');

  it('shows what everybody may find, tells no owner that is hidden, and stores nothing', async () => {
    const named = await anOffer();
    const blinded = await anOffer({ visibility: 'BLINDED' });
    await anOffer({ visibility: 'COORDINATORS_ONLY' });
    await anOffer({ state: 'PAUSED' });
    await anOffer({ tags: ['tourism-and-culture'] });
    const own = await anOffer({ organisation: company });
    const before = await stored();

    const found = await preview(aNeed());
    expect(idsOf(found)).toEqual([named, blinded].sort());
    expect(found.count).toBe(2);
    expect(found.offers.find(({ id }) => id === blinded)).toMatchObject({
      organisation: null,
      contact: null,
    });
    expect(found.offers.find(({ id }) => id === named)?.contact).toBeNull();
    expect(await stored()).toEqual(before);

    // Who belongs to nobody sees the offers of all.
    const newcomer = await api.signIn(await buildAccount(api.database));
    expect(idsOf(await preview(aNeed(), newcomer))).toEqual([named, blinded, own].sort());
  });

  it('does not tell whose a blinded offer is by leaving out another organisation’s', async () => {
    const input = aNeed({ organisation: university });
    const { extensions } = await member.refusal(PREVIEW, { input });
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', fields: [{ path: 'organisation' }] });
  });

  it('takes half a form: without tags nothing is found, unknown and doubled ones are left out', async () => {
    const [tag] = FOUR_TAGS;
    expect(await preview(aNeed({ tags: [] }))).toEqual({ count: 0, offers: [] });
    expect(await preview(aNeed({ tags: [{ tag: 'no-such-tag' }] }))).toMatchObject({ count: 0 });
    const once = await preview(aNeed({ tags: [{ tag, weight: 2 }] }));
    expect(await preview(aNeed({ tags: [{ tag, weight: 2 }, { tag }, { tag: 'x' }] }))).toEqual(
      once,
    );
  });

  it('finds what publishing the need finds', async () => {
    const need = await member.createNeed(aNeed());
    const previewed = await preview(aNeed());
    await member.submit(need);
    const finder = api.app.get(MatchFinder);
    await api.app.get(Database).transaction((tx) => finder.refresh(tx, need.id));
    const matched = await api.database.query<{ offer_id: string }>(
      `SELECT offer_id FROM match JOIN posting ON posting.id = offer_id
        WHERE need_id = $1 AND visibility <> 'COORDINATORS_ONLY'`,
      [need.id],
    );
    expect(matched.map(({ offer_id }) => offer_id).sort()).toEqual(idsOf(previewed));
  });
});
