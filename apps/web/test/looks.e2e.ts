import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const colours = (page: Page) => page.locator('html').getAttribute('data-mantine-color-scheme');

test('language and colours are one press away, and remembered', async ({ page, wilma }) => {
  await page.goto(wilma.origin);
  await expect(page.getByRole('link', { name: 'Anmelden' })).toBeVisible();
  await page.getByText('EN', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  const before = await colours(page);
  const [other, name] =
    before === 'dark' ? ['light', 'Light appearance'] : ['dark', 'Dark appearance'];
  await page.getByRole('button', { name }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', other);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await colours(page)).toBe(other);
  await page.goto(`${wilma.origin}/needs`);
  await expect(page.getByRole('heading', { level: 1, name: 'Needs' })).toBeVisible();
});

test('a page on its way, and one that cannot be had, say so', async ({ page, wilma }) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('query BrowseNeeds')) {
      await route.continue();
      return;
    }
    await held;
    await route.abort();
  });
  await page.goto(`${wilma.origin}/needs`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Wird geladen').first()).toBeAttached();
  await expectAccessible(page, 'a list on its way');
  letGo();
  await expect(page.getByRole('alert')).toContainText('Keine Verbindung');
  await expectAccessible(page, 'a list that cannot be had');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('the queue and the form read well without being seen', async ({ page, wilma }) => {
  await signIn(page, wilma, ['Koordination', '/review']);
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { name: 'Warum dieser Vorschlag?' })).toBeVisible();
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - region "Vorschläge prüfen":
        - heading "Vorschläge prüfen" [level=1]
        - status: /\\d+ offene Vorschläge/
        - combobox "Reihenfolge"
        - group: Filter
        - list:
          - listitem:
            - button /^(Starker|Guter|Möglicher) Vorschlag .*(überfällig|Frist) /
      - region "Vorschlag im Einzelnen":
        - region:
          - paragraph: Bedarf
          - heading [level=2]
        - region:
          - paragraph: Angebot
          - heading [level=2]
        - region "Warum dieser Vorschlag?":
          - heading "Warum dieser Vorschlag?" [level=2]
      - button "Freigeben"
      - button "Verwerfen"
      - button "Zurückstellen"
  `);
  await page.context().clearCookies();
  await signIn(page, wilma, ['Unternehmen', '/needs/new']);
  await expect(main).toMatchAriaSnapshot(`
    - main:
      - heading "Bedarf melden" [level=1]
      - heading "Worum geht es?" [level=2]
      - textbox "Titel"
      - textbox "In einem Satz"
      - textbox "Beschreibung"
      - heading "Schlagwörter" [level=2]
      - combobox "Schlagwort hinzufügen"
      - heading "Form der Zusammenarbeit" [level=2]
      - group "Form der Zusammenarbeit":
        - checkbox "Auftragsforschung"
      - heading "Wer sieht den Eintrag?" [level=2]
      - radiogroup:
        - radio "Mit Namen" [checked]
        - radio "Ohne Namen"
        - radio "Nur Koordination"
      - textbox "Vertrauliches"
      - heading "Rahmen" [level=2]
      - combobox "Landkreis"
      - radiogroup "Dringlichkeit":
        - radio "normal" [checked]
      - region "Das sehen andere"
      - region "Das würde passen"
      - status: /Speichert sich von selbst/
      - button "Entwurf speichern"
      - button "Veröffentlichen"
  `);
});
