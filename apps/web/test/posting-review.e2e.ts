import { expect } from '@playwright/test';
import type { Wilma } from '@wilma/testing';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const TITLE = 'Späne nach Legierung trennen';
const NOTE = 'Bitte nennen Sie eine Menge.';

test.afterEach(({ wilma }) => vouch(wilma, new Date()));

test('who is not verified hands in, is asked for changes, makes them and is published', async ({
  browser,
  wilma,
}) => {
  await vouch(wilma, null);
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/needs/new']);
  await company.getByLabel('Titel', { exact: true }).fill(TITLE);
  await company.getByLabel('In einem Satz').fill('Gesucht ist ein Weg ohne Handarbeit.');
  await company.getByLabel('Beschreibung').fill('Aluminium und Stahl fallen gemischt an.');
  const tag = company.getByRole('combobox', { name: 'Schlagwort hinzufügen' });
  await tag.fill('Bildverarbeitung');
  const option = company.getByRole('option', { name: 'Bildverarbeitung' }).first();
  await expect(option).toHaveAttribute('data-combobox-selected');
  await tag.press('Enter');
  await company.getByRole('button', { name: 'Zur Prüfung einreichen' }).click();
  await expect(company.getByText('Eingereicht. Die Koordination prüft')).toBeVisible();

  const coordinator = await (await browser.newContext()).newPage();
  await signIn(coordinator, wilma, ['Koordination', new URL(company.url()).pathname]);
  const changes = coordinator.getByRole('button', { name: 'Änderungen erbitten' });
  await expect(changes).toBeDisabled();
  await expectAccessible(coordinator, 'a posting to review');
  await coordinator.getByLabel('Anmerkung für die Einreichenden').fill(NOTE);
  await changes.click();
  await expect(coordinator.getByText('Änderungen angefordert.')).toBeVisible();

  await company.reload();
  await expect(company.getByText(`Die Koordination bittet: ${NOTE}`)).toBeVisible();
  await company.getByRole('link', { name: 'Bearbeiten' }).click();
  await company.getByLabel('Beschreibung').fill('Zwei Tonnen Späne fallen im Monat gemischt an.');
  await company.getByRole('button', { name: 'Zur Prüfung einreichen' }).click();
  await expect(company.getByText('Eingereicht. Die Koordination prüft')).toBeVisible();

  await coordinator.reload();
  await coordinator.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(coordinator.getByText('Der Eintrag ist veröffentlicht.')).toBeVisible();
});

/** For the organisation of the demo's company. */
const vouch = (wilma: Wilma, since: Date | null) =>
  wilma.database.query(
    `UPDATE organisation SET verified_at = $1 WHERE id IN (
       SELECT organisation_id FROM membership JOIN auth."user" AS person ON person.id = account_id
        WHERE email = 'company@demo.example')`,
    [since],
  );
