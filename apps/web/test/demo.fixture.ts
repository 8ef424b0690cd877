import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { Wilma } from '@wilma/testing';

/** Tests against Wilma with its demo data, started once for all tests of a worker. */
export const test = base.extend<object, { wilma: Wilma }>({
  wilma: [
    // Playwright reads from the parameter's pattern that no other fixture is needed.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const wilma = await Wilma.start({ demo: true });
      await use(wilma);
      await wilma.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: async ({ context }, give) => {
    const improper = watch(context);
    await give(context);
    expect(improper, 'requests that left for elsewhere, and what the policy refused').toEqual([]);
  },
});

const OURS = ['127.0.0.1', 'localhost'];

/** Notes requests to other hosts, and what the browser says its content security policy refused. */
function watch(context: BrowserContext): readonly string[] {
  const improper: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && !OURS.includes(hostname)) improper.push(request.url());
  });
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) improper.push(message.text());
  });
  return improper;
}

/** Signs in by the button of a demo account and goes to a page. */
export async function signIn(page: Page, wilma: Wilma, [role, path]: [string, string]) {
  await page.goto(`${wilma.origin}/sign-in`);
  await page.getByRole('button', { name: role }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${wilma.origin}${path}`);
}
