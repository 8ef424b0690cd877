import { readFile } from 'node:fs/promises';
import {
  AccountRole,
  BudgetBand,
  CooperationForm,
  District,
  Locale,
  OfferKind,
  OrganisationKind,
  PostingState,
  Salutation,
  SizeClass,
  Urgency,
  Visibility,
} from '@wilma/domain';
import { parse } from 'yaml';
import { z } from 'zod';

const oneOf = <T extends string>(values: Readonly<Record<T, T>>) =>
  z.enum(Object.values(values) as [T, ...T[]]);

const organisation = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: oneOf(OrganisationKind),
  municipality: z.string(),
  district: oneOf(District),
  website: z.url(),
  sector: z.string().nullable(),
  sizeClass: oneOf(SizeClass).nullable(),
  transferEmail: z.email().nullable().default(null),
  verified: z.boolean(),
});

const account = z.strictObject({
  email: z.email(),
  name: z.string(),
  salutation: oneOf(Salutation),
  academicTitle: z.string().nullable(),
  locale: oneOf(Locale),
  role: oneOf(AccountRole),
  organisation: z.string().nullable(),
});

const days = z.number().int().nullable();

const posting = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  state: oneOf(PostingState),
  reviewNote: z.string().optional(),
  language: oneOf(Locale),
  visibility: oneOf(Visibility),
  title: z.string(),
  summary: z.string(),
  description: z.string(),
  confidential: z.string().nullable().default(null),
  tags: z.array(z.strictObject({ tag: z.string(), weight: z.number() })),
  cooperationForms: z.array(oneOf(CooperationForm)),
  trl: z.number().nullable(),
  district: oneOf(District),
  /** Days from the moment of loading. */
  startsIn: days,
  endsIn: days,
  agedDays: z.number().int(),
});

const need = posting.extend({
  targetTrl: z.number().nullable(),
  urgency: oneOf(Urgency),
  budget: oneOf(BudgetBand),
  tried: z.string().nullable(),
  goal: z.string().nullable(),
});

const offer = posting.extend({
  kind: oneOf(OfferKind),
  evidence: z.string().nullable(),
  orcid: z.string().nullable(),
  dois: z.array(z.string()),
});

export type DemoOrganisation = z.output<typeof organisation>;
export type DemoAccount = z.output<typeof account>;
export type DemoNeed = z.output<typeof need>;
export type DemoOffer = z.output<typeof offer>;

const FOLDER = new URL('../demo/', import.meta.url);

async function read<T extends z.ZodType>(name: string, entry: T): Promise<z.output<T>[]> {
  const text = await readFile(new URL(`${name}.yaml`, FOLDER), 'utf8');
  return z.array(entry).parse(parse(text));
}

/** @throws ZodError where a file has not the form that it should */
export const readDemo = async () => ({
  organisations: await read('organisations', organisation),
  accounts: await read('accounts', account),
  needs: await read('needs', need),
  offers: await read('offers', offer),
});
