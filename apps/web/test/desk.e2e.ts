import { expect } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

test('the pipeline shows every stage, is narrowed by the address, and leads to matches', async ({
  page,
  wilma,
}) => {
  await signIn(page, wilma, ['Koordination', '/review']);
  await page.getByRole('link', { name: 'Ablauf' }).click();
  const open = page.getByRole('region', { name: /^Zu prüfen/ });
  await expect(open.getByRole('article').first()).toBeVisible();
  await page.getByLabel('Landkreis oder Stadt').selectOption('Görlitz');
  await expect(page).toHaveURL(/district=GOERLITZ/);
  await expectAccessible(page, 'a pipeline that is narrowed');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Als CSV speichern' }).click();
  expect((await file).suggestedFilename()).toMatch(/^wilma-.*\.csv$/);
  await page.getByRole('button', { name: 'Filter aufheben' }).click();
  await expect(page).not.toHaveURL(/district/);
  await open.getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/matches\//);
});

test('the queue is narrowed and decided by keyboard alone', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Koordination', '/review']);
  const filters = page.getByText('Filter', { exact: true });
  await filters.focus();
  await page.keyboard.press('Enter');
  const district = page.getByLabel('Landkreis oder Stadt');
  await district.focus();
  await page.keyboard.type('Görl');
  await expect(page).toHaveURL(/district=GOERLITZ/);
  await expect(page.getByRole('button', { name: 'Freigeben' })).toBeEnabled();
  await expectAccessible(page, 'a queue that is narrowed');
  await filters.or(page.getByText('Filter (1)')).first().focus();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(/district=GOERLITZ&match=/);
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Zurückgestellt').first()).toBeVisible();
  await expect(page).toHaveURL(/district=GOERLITZ/);
});
