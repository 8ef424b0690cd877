import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
} from '@wilma/testing';
import { CANARY } from './canaries.js';
import type { TwinWorld } from './twin-world.js';

/** A Monday to come: sessions of that day are valid today. */
export const MONDAY = new Date('2035-01-08T08:00:00.123Z');
export type OwnerName = 'FIRST' | 'SECOND';

/** Whoever knows nothing of the owner. */
export const VIEWERS = ['visitor', 'loner', 'rival', 'stranger', 'researcher'] as const;
export type ViewerName = (typeof VIEWERS)[number];

export interface Cast {
  readonly first: string;
  readonly second: string;
  readonly offer: string;
  readonly named: string;
  readonly members: Readonly<Record<OwnerName, { readonly id: string; readonly email: string }>>;
  readonly researcherMail: string;
  readonly viewers: Readonly<Record<ViewerName, GraphqlClient>>;
  readonly coordinator: Person;
}

/** What the owners say that nobody else is to read. */
export const SECRETS = {
  FIRST: {
    word: CANARY,
    confidential: `Vertraulich: ${CANARY}`,
    contact: {
      name: `${CANARY} Kontakt`,
      mail: `kontakt@${CANARY}.example`.toLowerCase(),
      phone: '+49 3588 7353325',
      academicTitle: `Dipl.-${CANARY}`,
    },
  },
  SECOND: {
    word: 'Omega Kaolin',
    confidential: 'Vertraulich: Kaolin',
    contact: { name: 'Otto Omega', mail: 'omega@people.example', salutation: 'MR' },
  },
} as const;

export const OTHER_TAGS = ['hydrogen', 'electrolysis'];

/** Both owners are in both worlds, with all that they have: only what is blinded changes hands. */
export async function setStage(world: TwinWorld): Promise<Cast> {
  const { database } = world;
  // What a blinded posting shows of its owner is shared by a crowd.
  for (let n = 0; n < 5; n += 1) await buildOrganisation(database, { name: `Menge ${n}` });
  const first = await buildOrganisation(database, {
    name: `${CANARY}werk Alpha GmbH`,
    municipality: `${CANARY}stadt`,
    district: 'BAUTZEN',
    website: `https://${CANARY}.example`.toLowerCase(),
    transferEmail: `transfer@${CANARY}.example`.toLowerCase(),
  });
  const second = await buildOrganisation(database, {
    name: 'Omega Kaolin und Sand AG',
    municipality: 'Caminau',
    district: 'SPREE_NEISSE',
    website: 'https://omega.example',
  });
  const [one, other] = [
    await buildOrganisation(database, { name: 'Universität Eins', kind: 'UNIVERSITY' }),
    await buildOrganisation(database, { name: 'Hochschule Zwei', kind: 'UNIVERSITY' }),
  ];
  const competitor = await buildOrganisation(database, { name: 'Wettbewerb GmbH' });
  await database.query(
    `UPDATE organisation SET verified_at = $1::timestamptz + interval '1 minute' * random_place
       FROM (SELECT id AS known, row_number() OVER (ORDER BY name) AS random_place
               FROM organisation) AS placed WHERE known = id`,
    [MONDAY],
  );
  const account = (name: string, organisations: string[] = [], more = {}) =>
    buildAccount(database, { email: `${name}@people.example`, name, organisations, ...more });
  const members = {
    FIRST: await account(`${CANARY}.konto`.toLowerCase(), [first], {
      name: `${CANARY} Konto`,
      academicTitle: `Dr. ${CANARY}titel`,
    }),
    SECOND: await account('omega', [second], { locale: 'en', salutation: 'MR' }),
  };
  await account('omega.two', [second]);
  const researcher = await account('researcher', [one], { openQuestionsLimit: 10, locale: 'en' });
  const people = {
    loner: await account('loner'),
    rival: await account('rival', [competitor]),
    stranger: await account('stranger', [other]),
    researcher,
  };
  const coordinator = await account('coordinator', [], { role: 'COORDINATOR' });
  const offer = await buildPosting(database, 'OFFER', {
    organisation: one,
    contact: { name: 'Toni Forscher', mail: researcher.email },
  });
  const named = await buildPosting(database, 'NEED', {
    organisation: second,
    title: 'Öfen sparsamer heizen',
    tags: OTHER_TAGS,
  });
  for (const organisation of [other, second, competitor]) {
    await buildPosting(database, 'OFFER', { organisation, tags: OTHER_TAGS });
  }
  await buildPosting(database, 'NEED', { organisation: competitor, tags: OTHER_TAGS });
  const signIn = (email: string) => world.signIn({ email });
  return {
    ...{ first, second, offer, named, members, researcherMail: researcher.email },
    coordinator: await signIn(coordinator.email),
    viewers: {
      visitor: new GraphqlClient(world.origin),
      loner: await signIn(people.loner.email),
      rival: await signIn(people.rival.email),
      stranger: await signIn(people.stranger.email),
      researcher: await signIn(people.researcher.email),
    },
  };
}
