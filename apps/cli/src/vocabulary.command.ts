import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Coverage,
  coverageOf,
  type FieldFigures,
  readVocabulary,
  type SubjectedText,
  type VocabularyEntry,
  vocabularyFigures,
  vocabularyProblems,
} from '@wilma/taxonomy';
import { z } from 'zod';

/** Evaluation data lies beside the project, never in it. */
const EVALUATION_DATA = '../shared/data';

/** The share of the needs' subjects that the vocabulary has to have words for. */
const LEAST_SHARE = 0.8;

const subjectedRow = z.object({ id: z.string(), concepts: z.array(z.string()).optional() });
const codeRow = z.object({ id: z.string() });

/**
 * Checks the vocabulary's files by their own rules, prints what they hold and, where a folder with
 * evaluation data exists, how many of the subjects named there the vocabulary knows.
 * @throws Error where a rule is broken or too few of the needs' subjects are known
 */
export async function checkVocabulary(folder = EVALUATION_DATA): Promise<void> {
  const concepts = await readVocabulary();
  const problems = vocabularyProblems(concepts);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  printFigures(vocabularyFigures(concepts));

  if (!(await exists(folder))) {
    console.log(`\nno evaluation data in ${folder}: coverage not measured`);
    return;
  }
  await checkCodes(concepts, join(folder, 'vocabularies/dfg.jsonl'));
  const needs = await printCoverage(concepts, 'needs', join(folder, 'lausitz/needs.jsonl'));
  await printCoverage(concepts, 'offers', join(folder, 'lausitz/offers.jsonl'));
  if (needs !== null && needs.covered < LEAST_SHARE * needs.subjects) {
    throw new Error(`fewer than ${percent(LEAST_SHARE)} of the needs' subjects are known`);
  }
}

function printFigures(fields: readonly FieldFigures[]): void {
  const row = (label: string, ...figures: (number | string)[]): void =>
    console.log(label.padEnd(36), ...figures.map((figure) => String(figure).padStart(9)));
  const total = (of: (field: FieldFigures) => number): number =>
    fields.reduce((sum, field) => sum + of(field), 0);
  row('field', 'concepts', 'syn. de', 'syn. en', 'notations');
  for (const { label, concepts, synonyms, notations } of fields) {
    row(label, concepts, synonyms.de, synonyms.en, notations);
  }
  row(
    `${fields.length} fields`,
    total(({ concepts }) => concepts),
    total(({ synonyms }) => synonyms.de),
    total(({ synonyms }) => synonyms.en),
    total(({ notations }) => notations),
  );
}

async function printCoverage(
  concepts: readonly VocabularyEntry[],
  what: string,
  file: string,
): Promise<Coverage | null> {
  const rows = await rowsOf(file, subjectedRow);
  if (rows === null) return null;
  const texts: SubjectedText[] = rows
    .filter((row) => row.concepts !== undefined)
    .map((row) => ({ id: row.id, subjects: row.concepts ?? [] }));
  const coverage = coverageOf(concepts, texts);
  const { covered, subjects } = coverage;
  console.log(
    `\n${what}: ${covered} of ${subjects} subjects of ${texts.length} texts are a word of the ` +
      `vocabulary (${percent(covered / Math.max(1, subjects))})`,
  );
  for (const { text, subject, near } of coverage.missing) {
    const why =
      near.length === 0 ? 'no word near it' : `only as part of, or around: ${near.join(', ')}`;
    console.log(`  missing  ${text}  ${subject}  (${why})`);
  }
  return coverage;
}

/** Every DFG code has to be one of the official list. */
async function checkCodes(concepts: readonly VocabularyEntry[], file: string): Promise<void> {
  const rows = await rowsOf(file, codeRow);
  if (rows === null) return;
  const official = new Set(rows.map(({ id }) => id.slice(id.lastIndexOf('/') + 1)));
  const codes = concepts.flatMap(({ notation }) => notation?.dfg ?? []);
  const unknown = codes.filter((code) => !official.has(code));
  if (unknown.length > 0) throw new Error(`no DFG subject: ${unknown.join(', ')}`);
  console.log(
    `\nDFG subjects: ${codes.length} concepts, ${new Set(codes).size} codes, all official`,
  );
}

/** The rows of a file of JSON lines; null and a line on the console where there is no such file. */
async function rowsOf<Row>(file: string, row: z.ZodType<Row>): Promise<Row[] | null> {
  if (!(await exists(file))) {
    console.log(`\nno ${file}: not measured`);
    return null;
  }
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => row.parse(JSON.parse(line)));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const percent = (share: number): string => `${Math.round(share * 100)} %`;
