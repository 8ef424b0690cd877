import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { Wilma } from '@wilma/testing';

const CLI = join(import.meta.dirname, '../../../dist/apps/cli/src/main.js');

/** Tests against Wilma with its demo data, started once for all of them. */
export const test = base.extend<object, { wilma: Wilma }>({
  wilma: [
    // Playwright reads from the parameter's pattern that no other fixture is needed.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      // The worker comes last: it would act on the demo's past while it is being written.
      const wilma = await Wilma.start({ workers: 0 });
      execFileSync(process.execPath, [CLI, 'seed-demo'], {
        env: { ...process.env, ...wilma.settings },
      });
      await wilma.startWorker();
      await use(wilma);
      await wilma.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Signs in by the button of a demo account and goes to a page. */
export async function signIn(page: Page, wilma: Wilma, [role, path]: [string, string]) {
  await page.goto(`${wilma.origin}/sign-in`);
  await page.getByRole('button', { name: role }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${wilma.origin}${path}`);
}
