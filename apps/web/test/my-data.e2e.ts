import { expect } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

test.describe('one’s own data', () => {
  test('are read, taken along and, after a look at what it means, to be erased', async ({
    page,
    wilma,
  }) => {
    // Other flows bring colleagues into the company, who would take over: nobody joins the university.
    await signIn(page, wilma, ['Forschung', '/settings']);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als Datei herunterladen' }).click();
    expect((await download).suggestedFilename()).toBe('wilma-data.json');

    await page.getByRole('button', { name: 'Konto löschen …' }).click();
    const request = page.getByRole('button', { name: 'Löschung wünschen' });
    await expect(request).toBeFocused();
    await expect(page.getByText('Das hält die Löschung noch auf')).toBeVisible();
    await expectAccessible(page, 'before the erasure');
    await request.click();
    await expect(page.getByText(/Ihr Konto wird am .* gelöscht/)).toBeVisible();
    await expectAccessible(page, 'an erasure that was asked for');
    await page.reload();
    await page.getByRole('button', { name: 'Konto behalten' }).click();
    await expect(page.getByRole('button', { name: 'Konto löschen …' })).toBeVisible();

    await page.goto(`${wilma.origin}/me/data.html`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihre Daten bei Wilma');
    await expectAccessible(page, 'the page of one’s own data');
  });
});
