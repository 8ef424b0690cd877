import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const TITLE = 'Stürze auf dem Weg zum Bad bemerken';
const TAG = 'Anomalieerkennung';
const CALLER = 'kim@pflege.example';
/** An organisation of the demo that nobody has verified. */
const UNVERIFIED = 'Pflege an der Neiße';
const MINE = 'Beispiel: Rezyklat im Spritzguss, jede Charge läuft anders';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a call is taken, confirmed by link, heard of at the bell and published', async ({
  page,
  wilma,
}) => {
  await signIn(page, wilma, ['Koordination', '/needs/new']);
  await page.getByRole('button', { name: 'Zur Bestätigung schicken' }).click();
  await expect(page.getByText('6 Angaben fehlen noch')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'what is missing of a call');
  await chooseOrganisation(page, 'Für welche Organisation?', UNVERIFIED);
  await page.getByLabel('Name', { exact: true }).fill('Kim Beispiel');
  await page.getByLabel('E-Mail').fill(CALLER);
  await page.getByLabel('Titel', { exact: true }).fill(TITLE);
  await page.getByLabel('In einem Satz').fill('Gesucht ist etwas ohne Kameras im Zimmer.');
  const tag = page.getByRole('combobox', { name: 'Schlagwort hinzufügen' });
  await tag.fill(TAG);
  await expect(page.getByRole('option', { name: TAG }).first()).toHaveAttribute(
    'data-combobox-selected',
  );
  await tag.press('Enter');
  await page.getByRole('button', { name: 'Zur Bestätigung schicken' }).click();
  await expect(page.getByText('wartet darauf, dass Kim Beispiel')).toBeVisible();
  const bell = page.getByRole('button', { name: 'Benachrichtigungen' });
  const before = await bell.textContent();

  const { text } = await wilma.inbox.mailTo(CALLER, 'Ist das Ihr Bedarf?');
  const link = /\S+\/confirm\/\S+/.exec(text)?.[0] ?? '';
  const form = await (await fetch(link)).text();
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({ version, decision: 'CONFIRM' }),
  });
  await expect(bell).not.toHaveText(before ?? '');
  await page.goto(`${wilma.origin}/offers`);
  await bell.click();
  const told = page.getByRole('link', { name: `„${TITLE}“ wartet auf Ihre Prüfung.` });
  await expect(told).toBeVisible();
  await expect(told).toContainText('ungelesen');
  await expectAccessible(page, 'what happened meanwhile');
  await told.click();
  await expect(page.getByText('von Kim Beispiel bestätigt')).toBeVisible();
  await bell.click();
  await expect(told).not.toContainText('ungelesen');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Programm' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Zuordnung speichern' }).click();
  await expect(page.getByText('Die Zuordnung ist gespeichert.')).toBeVisible();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(page.getByText('Der Eintrag ist veröffentlicht.')).toBeVisible();
});

test('an owner excludes a competitor, reads what was changed, and hands over', async ({
  page,
  wilma,
}) => {
  await signIn(page, wilma, ['Unternehmen', '/postings']);
  await page.getByRole('link', { name: MINE }).click();
  // The list has such links, too.
  await expect(page.getByRole('heading', { level: 1, name: MINE })).toBeVisible();
  await wilma.database.query(
    `INSERT INTO confidential_read (account_id, posting_id, organisation_id, part, day)
     SELECT gen_random_uuid(), id, organisation_id, 'CONTACT', '2026-11-20' FROM posting
      WHERE title = $1`,
    [MINE],
  );
  await page.reload();
  const read = 'Die Koordination hat am 20. November 2026 gelesen: Kontaktdaten.';
  await expect(page.getByText(read)).toBeVisible();
  await page.getByRole('link', { name: 'Bearbeiten' }).click();
  await page.getByLabel('Messbares Ziel').fill('Zwei Prozent Ausschuss im Takt.');
  await chooseOrganisation(page, 'Organisation ausschließen', 'Spezialglas');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Ihre Änderungen sind gespeichert.')).toBeVisible();
  await expect(page.getByText('Nie vermittelt mit')).toBeVisible();
  await page.getByText('Frühere Fassungen').click();
  await expect(page.getByRole('insertion').first()).toContainText('Zwei Prozent Ausschuss');
  await expectAccessible(page, 'earlier versions');

  await page.getByRole('button', { name: 'Übergeben' }).click();
  const dialog = page.getByRole('dialog', { name: 'Eintrag übergeben' });
  await dialog.getByRole('button', { name: 'Übergeben' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expectAccessible(page, 'to whom nothing was said');
  await dialog.getByLabel('Name').fill('Leitung Labor');
  await dialog.getByLabel('E-Mail').fill('labor@contact.example');
  await dialog.getByRole('button', { name: 'Übergeben' }).click();
  await expect(page.getByText('Der Eintrag ist übergeben.')).toBeVisible();
});

async function chooseOrganisation(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(name);
  await expect(page.getByRole('option', { name }).first()).toHaveAttribute(
    'data-combobox-selected',
  );
  await field.press('Enter');
}
