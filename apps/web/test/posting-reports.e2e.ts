import { expect } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

test('a reader reports an entry, and a coordinator puts it right', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Forschung', '/needs']);
  await page.locator('article h2 a, article h3 a').first().click();
  await page.getByRole('button', { name: 'Diesen Eintrag melden' }).click();
  await page.getByLabel('Was stimmt damit nicht?').selectOption('Werbung');
  await page.getByLabel('Was sollen wir wissen?').fill('Das ist eine Anzeige.');
  await expectAccessible(page, 'an entry that is reported');
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Melden', exact: true }).click();
  await expect(page.getByText('Danke, die Koordination sieht es sich an.')).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, wilma, ['Koordination', '/']);
  await page.getByRole('link', { name: /gemeldeter Eintrag/ }).click();
  const rows = page.getByRole('list', { name: 'Gemeldete Einträge' }).getByRole('listitem');
  await expect(rows).toContainText([title]);
  await expect(rows).toContainText(['Das ist eine Anzeige.']);
  await expectAccessible(page, 'reported entries');
  await page.getByLabel('Was haben Sie unternommen?').fill('Mit dem Betrieb gesprochen');
  await page.getByRole('button', { name: 'Als erledigt ablegen' }).click();
  await expect(page.getByText('Keine Meldungen.')).toBeVisible();
  await page.getByText('Erledigt', { exact: true }).click();
  await expect(rows).toContainText(['Mit dem Betrieb gesprochen']);
});
