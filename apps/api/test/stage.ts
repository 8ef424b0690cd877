import { randomUUID } from 'node:crypto';
import {
  type BuiltAccount,
  buildAccount,
  buildOrganisation,
  buildPosting,
  FOUR_TAGS,
  type TestDatabase,
  type Variables,
} from '@wilma/testing';
import { HANDLED_EVENTS } from '../../worker/src/handler-registry.js';

/** Who plays in the main job. */
export interface Cast {
  /** Reads German; her organisation is verified. */
  readonly company: BuiltAccount;
  /** Reads English; his university has a transfer office. */
  readonly researcher: BuiltAccount;
  readonly coordinator: BuiltAccount;
  /** Id of the researcher's published offer. */
  readonly offer: string;
}

export const TRANSFER_OFFICE = 'transfer@university.example';

/** A company, a researcher with an offer of four tags, and a coordinator. */
export async function setStage(database: TestDatabase): Promise<Cast> {
  const run = randomUUID().slice(0, 8);
  const company = await buildAccount(database, {
    email: `erika.${run}@company.example`,
    name: 'Erika Beispiel',
    salutation: 'MS',
    locale: 'de',
    organisations: [await buildOrganisation(database, { name: 'Glaswerk Beispiel' })],
  });
  const university = await buildOrganisation(database, {
    name: 'Universität Beispiel',
    kind: 'UNIVERSITY',
    sector: 'Q',
    sizeClass: 'LARGE',
    transferEmail: TRANSFER_OFFICE,
  });
  const researcher = await buildAccount(database, {
    email: `max.${run}@university.example`,
    name: 'Max Muster',
    salutation: 'MR',
    academicTitle: 'Prof. Dr.-Ing.',
    locale: 'en',
    organisations: [university],
  });
  const coordinator = await buildAccount(database, {
    email: `coordination.${run}@network.example`,
    name: 'Koordination Beispiel',
    role: 'COORDINATOR',
  });
  const offer = await buildPosting(database, 'OFFER', {
    organisation: university,
    title: `Image processing for hot surfaces ${run} (Beispiel)`,
    language: 'en',
    contact: {
      salutation: researcher.salutation,
      academicTitle: researcher.academicTitle,
      name: researcher.name,
      mail: researcher.email,
      phone: '+49 355 000000',
    },
  });
  return { company, researcher, coordinator, offer };
}

/** A need that the offer on the stage answers. */
export const aNeed = (more: Variables = {}): Variables => ({
  title: 'Risse in der Schmelzwanne früh erkennen (Beispiel)',
  summary: 'Wir wollen Risse sehen, bevor die Wanne leckt.',
  description: 'Heute prüft eine Person einmal in der Schicht mit bloßem Auge.',
  tags: FOUR_TAGS.map((tag) => ({ tag, weight: 2 })),
  cooperationForms: ['CONTRACT_RESEARCH'],
  district: 'GOERLITZ',
  ...more,
});

const SETTLED_SQL = `
  SELECT NOT EXISTS (SELECT FROM event WHERE relayed_at IS NULL)
     AND NOT EXISTS (SELECT FROM event WHERE name = ANY($1)
                        AND NOT EXISTS (SELECT FROM handled WHERE event_id = event.id))
     AND NOT EXISTS (SELECT FROM event JOIN known_handler AS due ON due.event = event.name
                      WHERE NOT EXISTS (SELECT FROM handled WHERE event_id = event.id
                                           AND handler = due.handler))
     AND NOT EXISTS (SELECT FROM outgoing_mail WHERE state IN ('QUEUED', 'SENDING')) AS settled`;

/** Resolves when nothing is under way any more: events are handled, mails are handed over. */
export const settled = (database: TestDatabase, patienceMs?: number): Promise<true> =>
  database.until(
    'everything is settled',
    async () => {
      const [row] = await database.query<{ settled: boolean }>(SETTLED_SQL, [HANDLED_EVENTS]);
      return row?.settled === true;
    },
    patienceMs,
  );
