import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

/** One word misspelled, one that is nowhere, and a filter. */
const SEARCH = '/needs?q=Fernw%C3%A4rmme+Blorx&district=SPREE_NEISSE';

/** Screens by who sees them; visitors have no role. */
const SCREENS = {
  visitor: [
    '/',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/needs',
    '/offers',
    SEARCH,
    '/invitation/a.b',
    '/how',
    '/imprint',
    '/privacy',
    '/nowhere',
  ],
  Unternehmen: ['/', '/postings', '/needs/new', '/matches', '/settings'],
  Koordination: [
    '/',
    '/settings',
    '/organisations',
    '/mail-problems',
    '/posting-reports',
    '/learning',
    '/review',
    '/pipeline',
  ],
} as const;

const PAGES = join(import.meta.dirname, '../../../dist/web');
const FIRST_LOAD_KIB = 200;

const compressedSize = (path: string): number =>
  statSync([`${path}.gz`, path].find(existsSync) ?? path).size;

test.describe('on a desktop', () => {
  test(`home needs at most ${FIRST_LOAD_KIB} KiB of JavaScript`, async ({ page, wilma }) => {
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await page.goto(wilma.origin);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const sizes = [...scripts].map((path) => compressedSize(join(PAGES, path)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD_KIB * 1024);
    expect(sizes.length).toBeGreaterThan(5);
  });

  for (const [role, paths] of Object.entries(SCREENS)) {
    test(`every screen of ${role} is accessible in light and dark colours`, async ({
      page,
      wilma,
    }) => {
      if (role !== 'visitor') await signIn(page, wilma, [role, '/']);
      for (const path of paths) {
        await page.goto(`${wilma.origin}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page, path);
      }
    });
  }

  test('Ctrl+K finds pages, records and actions', async ({ page, wilma }) => {
    await signIn(page, wilma, ['Unternehmen', '/settings']);
    await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Suchen und springen' });
    await expect(palette.getByRole('button', { name: 'Bedarf melden' })).toBeVisible();
    await expect(palette.getByRole('button', { name: 'Prüfen' })).toHaveCount(0);
    await page.keyboard.type('Lasertechnik');
    await expect(palette.getByRole('button', { name: 'Lasertechnik Schlagwort' })).toBeVisible();
    await expectAccessible(page, 'the palette');
    await palette.getByRole('textbox').fill('Englis');
    await expect(palette.getByRole('button', { name: 'English' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(palette.getByRole('status')).toHaveText('English');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  });

  test('a match is printed on one sheet, without what is pressed', async ({ page, wilma }) => {
    await signIn(page, wilma, ['Unternehmen', '/matches']);
    await page.getByRole('link', { name: 'Alle Einzelheiten' }).first().click();
    await expect(page.getByRole('heading', { name: /^Warum dieser Vorschlag/ })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button').first()).toBeHidden();
  });

  test('an organisation names its mail domain, and a coordinator confirms it', async ({
    page,
    wilma,
  }) => {
    await signIn(page, wilma, ['Unternehmen', '/settings']);
    await page.getByRole('link', { name: /^Mitglieder und Beitritt/ }).click();
    const domain = page.getByLabel('Was hinter dem @ steht');
    await domain.fill('gmail.com');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/kann jede Person eine Adresse bekommen/)).toBeVisible();
    await domain.fill('werk.example');
    await page.keyboard.press('Enter');
    await expect(page.getByText('noch nicht bestätigt', { exact: true })).toBeVisible();
    await expect(page.getByText('Verwaltung · Sie')).toBeVisible();
    await page.getByRole('button', { name: 'Organisation verlassen' }).click();
    await expectAccessible(page, 'an organisation of one’s own');
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

    await page.context().clearCookies();
    await signIn(page, wilma, ['Koordination', '/organisations']);
    await page.getByText('Bestätigt', { exact: true }).click();
    await page.getByRole('searchbox').fill(name);
    await page.getByRole('button', { name: `Domains und Notiz zu ${name}` }).click();
    await page.getByLabel('Wie haben Sie das geprüft?').fill('Rückruf im Werk');
    await page.getByRole('checkbox', { name: 'werk.example' }).check();
    await expectAccessible(page, 'an organisation that is verified');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByText(/bestätigt: Rückruf im Werk$/)).toBeVisible();
  });
});

test.describe('in English at 200 %', () => {
  // What is left of 1280 × 800 pixels.
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  for (const [role, paths] of Object.entries(SCREENS)) {
    test(`every screen of ${role} fits and is accessible`, async ({ page, wilma }) => {
      if (role !== 'visitor') await signIn(page, wilma, [role, '/']);
      else await page.goto(wilma.origin);
      await page.evaluate(() => localStorage.setItem('wilma.language', 'en'));
      for (const path of paths) {
        await page.goto(`${wilma.origin}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
        await expectAccessible(page, `${path} in English at 200 %`, { inDark: false });
      }
    });
  }
});

/** How many pixels of a page's width can't be seen at once. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Screens that have to fit a phone, by who sees them. */
const NARROW = {
  visitor: ['/', '/how'],
  Unternehmen: ['/', '/needs', SEARCH, '/postings', '/needs/new', '/matches', '/settings'],
  Koordination: [
    '/',
    '/settings',
    '/tags',
    '/organisations',
    '/mail-problems',
    '/learning',
    '/review',
    '/pipeline',
  ],
} as const;

test.describe('on a phone of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('every screen fits', async ({ page, wilma }) => {
    for (const [role, paths] of Object.entries(NARROW)) {
      await page.context().clearCookies();
      if (role !== 'visitor') await signIn(page, wilma, [role, '/']);
      for (const path of paths) {
        await page.goto(`${wilma.origin}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
      }
    }
  });

  test('filters have a screen of their own, are kept in the address and under a name', async ({
    page,
    wilma,
  }) => {
    await signIn(page, wilma, ['Unternehmen', '/needs?district=GOERLITZ']);
    await page.getByRole('button', { name: 'Filter (1)' }).click();
    const filters = page.getByRole('dialog', { name: 'Filter' });
    const bautzen = filters.getByRole('checkbox', { name: /^Bautzen \d+$/ });
    await bautzen.check();
    await expect(page).toHaveURL(/\?district=GOERLITZ&district=BAUTZEN$/);
    await filters.getByRole('button', { name: 'Filter speichern' }).click();
    await expect(filters.getByLabel('Name des Filters')).toBeFocused();
    await expectAccessible(page, 'a filter that is given a name');
    await page.keyboard.press('Enter');
    const saved = filters.getByRole('link', { name: 'Görlitz, Bautzen' });
    await expect(saved).toHaveAttribute('aria-current', 'true');

    await expect(filters.getByRole('region', { name: 'Gespeicherte Filter' })).toBeFocused();
    await bautzen.click();
    await expect(bautzen).not.toBeChecked();
    await expect(page).toHaveURL(/\?district=GOERLITZ$/);
    await saved.click();
    await expect(bautzen).toBeChecked();
    await filters.getByRole('button', { name: 'Mehr zu „Görlitz, Bautzen“' }).click();
    await page.getByRole('menuitem', { name: 'Löschen' }).click();
    await expect(saved).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(filters).toBeHidden();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('button', { name: 'Filter (2)' }).click();
    await expect(saved).toBeVisible();
  });
});
