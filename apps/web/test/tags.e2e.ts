import { expect } from '@playwright/test';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const WORD = 'Tiefkühlhäuser';
const INTO = 'Kühlkette';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a suggested tag is approved, merged with a preview, and the merge undone', async ({
  browser,
  wilma,
}) => {
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/needs/new']);
  await company.getByLabel('Titel', { exact: true }).fill('Kältebedarf nachts senken');
  const field = company.getByRole('combobox', { name: 'Schlagwort hinzufügen' });
  await field.fill(WORD);
  await expect(company.getByRole('option', { name: `„${WORD}“ als neues` })).toBeVisible();
  await expectAccessible(company, 'a word that can be suggested');
  await field.press('ArrowDown');
  await field.press('Enter');
  const chosen = company.getByRole('list', { name: 'Gewählte Schlagwörter' });
  await expect(chosen.getByText('vorgeschlagen')).toBeVisible();
  await company.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(company).toHaveURL(/needs\/(?!new)/);

  const coordinator = await (await browser.newContext()).newPage();
  await signIn(coordinator, wilma, ['Koordination', '/tags']);
  await coordinator.getByRole('button', { name: WORD }).first().click();
  const detail = coordinator.getByRole('region', { name: 'Ausgewähltes Schlagwort' });
  await expect(detail.getByRole('heading', { name: WORD })).toBeVisible();
  await expectAccessible(coordinator, 'a suggestion');
  await coordinator.getByRole('button', { name: `${WORD} freigeben` }).click();
  await expect(coordinator.getByText(`„${WORD}“ ist freigegeben.`)).toBeVisible();
  await detail.getByRole('button', { name: 'Bearbeiten' }).click();
  await expectAccessible(coordinator, 'the form of a tag');
  await detail.getByRole('button', { name: 'Abbrechen' }).click();

  await detail.getByRole('button', { name: 'Zusammenführen' }).click();
  const dialog = coordinator.getByRole('dialog', { name: 'Schlagwörter zusammenführen' });
  await dialog.getByRole('combobox', { name: 'Aufgehen in' }).fill(INTO);
  await dialog.getByRole('option', { name: INTO }).first().click();
  await expect(dialog.getByText('1 Eintrag ändert sich.')).toBeVisible();
  await expectAccessible(coordinator, 'what a merge will touch');
  await dialog.getByRole('button', { name: 'Zusammenführen' }).click();
  await expect(detail.getByRole('heading', { name: INTO })).toBeVisible();
  await company.reload();
  await expect(chosen.getByText(INTO)).toBeVisible();

  await expectAccessible(coordinator, 'a merge that can be undone');
  await detail.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(coordinator.getByText('rückgängig gemacht')).toBeVisible();
  await company.reload();
  await expect(chosen.getByText(WORD)).toBeVisible();
});
