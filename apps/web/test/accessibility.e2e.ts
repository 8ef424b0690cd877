import { expect } from '@playwright/test';
import { violations } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

/** Screens by who sees them; visitors have no role. */
const SCREENS = {
  visitor: ['/', '/sign-in', '/needs', '/offers', '/invitation/a.b', '/nowhere'],
  Unternehmen: ['/postings', '/needs/new', '/matches', '/settings'],
  Koordination: ['/settings', '/mail-problems', '/review'],
} as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, bypassCSP: true });

    for (const [role, paths] of Object.entries(SCREENS)) {
      test(`every screen of ${role} is accessible`, async ({ page, wilma }) => {
        if (role !== 'visitor') await signIn(page, wilma, [role, '/']);
        for (const path of paths) {
          await page.goto(`${wilma.origin}${path}`);
          expect(await violations(page), path).toEqual([]);
        }
      });
    }
  });
}

test('every screen fits a phone of 320 pixels', async ({ page, wilma }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, wilma, ['Unternehmen', '/']);
  for (const path of ['/', '/needs', '/postings', '/needs/new', '/matches']) {
    await page.goto(`${wilma.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
