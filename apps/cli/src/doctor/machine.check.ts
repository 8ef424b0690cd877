import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { type Config, Mailer, withoutAddresses } from '@wilma/platform';
import { fail, type Finding, ok, warn } from './finding.js';

const GIB = 2 ** 30;
/** Free parts of a disk. */
const DISK = { warn: 0.1, fail: 0.02 } as const;

export async function checkDisk(): Promise<Finding[]> {
  const folders = [...new Set([process.cwd(), tmpdir()])];
  return Promise.all(
    folders.map(async (folder) => {
      const { bavail, blocks, bsize } = await statfs(folder);
      const free = bavail / blocks;
      const text = `${((bavail * bsize) / GIB).toFixed(1)} GiB free at ${folder}`;
      if (free < DISK.fail) return fail(text);
      return free < DISK.warn ? warn(text) : ok(text);
    }),
  );
}

export async function checkSmtp(config: Config): Promise<Finding[]> {
  const { host } = new URL(config.smtpUrl);
  const mailer = new Mailer(config);
  try {
    await mailer.greet();
    return [ok(`${host} answers`)];
  } catch (error) {
    return [fail(`${host} does not answer: ${withoutAddresses(String(error))}`)];
  } finally {
    mailer.onApplicationShutdown();
  }
}
