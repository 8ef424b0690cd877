import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Wilma } from '@wilma/testing';

const ROOT = join(import.meta.dirname, '../../..');
const TITLE = 'Schlieren auf Glasblenden sicher erkennen';
const TAGS = ['Optische Inspektion', 'Bildverarbeitung', 'Anomalieerkennung', 'Qualitätssicherung'];
const OFFER = 'Beispiel: Oberflächenfehler erkennen, wenn es kaum Fehlerbilder gibt';

let wilma: Wilma;

test.beforeAll(async () => {
  // The worker comes last: it would act on the demo's past while it is being written.
  wilma = await Wilma.start({ workers: 0 });
  execFileSync(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), 'seed-demo'], {
    env: { ...process.env, ...wilma.settings },
  });
  await wilma.startWorker();
});

test.afterAll(() => wilma.stop());

/** Signs in by the button of a demo account. */
async function signIn(page: Page, role: string, path: string): Promise<void> {
  await page.goto(`${wilma.origin}/sign-in`);
  await page.getByRole('button', { name: role }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${wilma.origin}${path}`);
}

test('a need is posted, reviewed, answered by both sides and introduced', async ({ browser }) => {
  const company = await (await browser.newContext()).newPage();
  await signIn(company, 'Unternehmen', '/needs/new');
  await company.getByLabel('Titel', { exact: true }).fill(TITLE);
  await company
    .getByLabel('In einem Satz')
    .fill('3.000 Blenden am Tag werden von Hand angesehen; gesucht ist eine Prüfung im Takt.');
  await company
    .getByLabel('Beschreibung')
    .fill('Zwei Linien, Takt 20 Sekunden, Fehler ab 0,2 mm Breite. Muster liegen bereit.');
  for (const tag of TAGS) {
    await company.getByRole('combobox', { name: 'Schlagwort hinzufügen' }).fill(tag);
    await company.getByRole('option', { name: tag }).first().click();
  }
  await company.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(company.getByText('Veröffentlicht. Wilma sucht jetzt')).toBeVisible();

  const coordinator = await (await browser.newContext()).newPage();
  await signIn(coordinator, 'Koordination', '/review');
  const suggestion = coordinator.getByRole('button', { name: TITLE }).filter({ hasText: OFFER });
  await suggestion.first().click();
  const detail = coordinator.getByRole('region', { name: 'Vorschlag im Einzelnen' });
  await expect(detail.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(detail.getByText('Warum dieser Vorschlag?')).toBeVisible();
  await expect(detail.getByText('Starker Vorschlag').first()).toBeVisible();
  await coordinator.keyboard.press('a');
  await expect(coordinator.getByText('Freigegeben')).toBeVisible();

  await company.goto(`${wilma.origin}/matches`);
  await answerYes(company);
  await expect(company.getByText('Wir fragen jetzt noch die andere Seite')).toBeVisible();

  const researcher = await (await browser.newContext()).newPage();
  await signIn(researcher, 'Forschung', '/matches');
  await answerYes(researcher);
  await expect(researcher.getByText('Beide Seiten haben Ja gesagt').first()).toBeVisible();
  await expect(cardOf(researcher).getByText('company@demo.example')).toBeVisible();
});

/** The card of the match between this need and this offer, on either side's page. */
const cardOf = (page: Page): Locator =>
  page.getByRole('article').filter({ hasText: TITLE }).filter({ hasText: OFFER });

async function answerYes(page: Page): Promise<void> {
  await cardOf(page).getByRole('button', { name: 'Interessiert' }).click();
}
