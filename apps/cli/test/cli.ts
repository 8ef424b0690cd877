import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { settingsFor, type TestDatabase } from '@wilma/testing';
import { run } from '../src/program.js';

const PROGRAM = join(import.meta.dirname, '../../../tools/wilma.mjs');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Settings = Readonly<Record<string, string>>;

/** Runs `wilma …` as an operator would: the built program, a process of its own. */
export function wilma(args: readonly string[], settings: Settings = {}): Promise<Ran> {
  const { PATH, HOME } = process.env;
  const options = { env: { PATH, HOME, ...settings }, maxBuffer: 100_000_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** The same on a database and in this process, which costs a tenth. */
export async function wilmaOn(
  database: TestDatabase,
  args: readonly string[],
  settings: Settings = {},
): Promise<Ran> {
  const printed = (method: 'error' | 'log') => {
    const lines: string[] = [];
    const spy = jest.spyOn(console, method);
    spy.mockImplementation((line) => void lines.push(`${String(line)}\n`));
    return { spy, text: () => lines.join('') };
  };
  const [log, error] = [printed('log'), printed('error')];
  const before = { ...process.env };
  Object.assign(process.env, settingsFor(database), settings);
  try {
    const code = await run(args);
    return { code, out: log.text(), err: error.text() };
  } finally {
    process.env = before;
    for (const { spy } of [log, error]) spy.mockRestore();
  }
}
