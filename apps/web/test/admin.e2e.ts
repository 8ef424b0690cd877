import { expect } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const SECTIONS = {
  Zustand: 'Datenbank',
  Konten: 'Demo',
  Protokoll: 'posting.',
  'E-Mails': '…@',
  Aufträge: 'Alles ist erledigt',
} as const;

test('an administrator looks at each section, and each is accessible', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Verwaltung', '/']);
  await page.getByRole('button', { name: /^Konto: / }).click();
  await page.getByRole('menuitem', { name: 'Verwaltung der Installation' }).click();
  const sections = page.getByRole('navigation', { name: 'Bereiche der Verwaltung' });
  for (const [name, text] of Object.entries(SECTIONS)) {
    await sections.getByRole('link', { name }).click();
    await expect(page.getByText(text).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page, `the administration’s ${name}`);
  }
});

test('a test mail arrives, and its log says so', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Verwaltung', '/admin']);
  await page.getByRole('button', { name: 'Testmail an mich senden' }).click();
  await expect(page.getByText(/^Die Testmail an admin@demo.example wartet/)).toBeVisible();
  await page.goto(`${wilma.origin}/admin/mails?kind=TEST`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Testmail gesendet' }).first()).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await expect(page.getByText('a…@demo.example').first()).toBeVisible();
});

test('accounts and events are narrowed in the address and saved as a file', async ({
  page,
  wilma,
}) => {
  await signIn(page, wilma, ['Verwaltung', '/admin/accounts']);
  await page.getByRole('searchbox', { name: 'Name oder Adresse' }).fill('coordinator@demo');
  await expect(page).toHaveURL(/q=coordinator%40demo/);
  const rows = page.getByRole('list', { name: 'Konten' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link', { name: /im Protokoll zeigen$/ }).click();
  await expect(page).toHaveURL(/\/admin\/audit\?actor=/);
  await expect(page.getByText(/^Die letzten .* Siegel stimmen/)).toBeVisible();
  await page.goto(`${wilma.origin}/admin/audit?name=posting.published`);
  const events = page.getByRole('list', { name: 'Protokoll' }).getByRole('listitem');
  await expect(events.first()).toContainText('posting.published');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als CSV speichern' }).click();
  expect((await download).suggestedFilename()).toMatch(/^wilma-.*\.csv$/);
});

test('for a coordinator there is no administration', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Koordination', '/admin']);
  await expect(page.getByRole('heading', { level: 1, name: 'Hier ist nichts' })).toBeVisible();
});

test.describe('on a phone of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('every section fits', async ({ page, wilma }) => {
    await signIn(page, wilma, ['Verwaltung', '/admin']);
    for (const section of ['', '/accounts', '/audit', '/mails', '/jobs']) {
      await page.goto(`${wilma.origin}/admin${section}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, section).toBeLessThanOrEqual(0);
    }
  });
});
