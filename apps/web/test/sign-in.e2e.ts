import { expect, type Page } from '@playwright/test';
import type { Wilma } from '@wilma/testing';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const PASSWORD = 'ein-langes-passwort';
const NEW_PASSWORD = 'ein-noch-laengeres-passwort';

const linkTo = async (wilma: Wilma, email: string, about: string): Promise<string> =>
  /http\S+/.exec((await wilma.inbox.mailTo(email, about)).text)?.[0] ?? '';

const menuOf = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Konto/ });

const signOut = async (page: Page) => {
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: 'Abmelden' }).click();
  await expect(menuOf(page)).toBeHidden();
};

test('an account is made, its address confirmed, and its password forgotten', async ({
  page,
  browser,
  wilma,
}) => {
  const email = 'neu@people.example';
  await page.goto(`${wilma.origin}/sign-in`);
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await page.getByLabel('Vor- und Nachname').fill('Neu Hier (Beispiel)');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await expect(page.getByRole('heading', { name: 'Fast fertig' })).toBeVisible();
  await expectAccessible(page, 'an account that is almost there');
  await page.goto(`${wilma.origin}/settings`);
  await expect(page.getByText('Bitte bestätigen Sie Ihre E-Mail-Adresse')).toBeVisible();
  await expectAccessible(page, 'an address to confirm');

  // Wherever the mail is read.
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(await linkTo(wilma, email, 'bestätigen'));
  await expectAccessible(elsewhere, 'the page that confirms an address');
  await page.reload();
  await expect(page.getByText('Bitte bestätigen Sie Ihre E-Mail-Adresse')).toBeVisible();
  await elsewhere.getByRole('button', { name: 'Ja, Adresse bestätigen' }).click();
  await expect(elsewhere.getByText('Danke, Ihre Adresse ist bestätigt')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Passkeys' })).toBeVisible();
  await expect(page.getByText('Bitte bestätigen Sie Ihre E-Mail-Adresse')).toBeHidden();

  await signOut(page);
  await page.goto(`${wilma.origin}/sign-in`);
  // The last to come: nothing moves any more.
  await expect(page.getByRole('button', { name: 'Unternehmen' })).toBeVisible();
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('link', { name: 'Passwort vergessen?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Passwort vergessen');
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await expect(page.getByText('ist der Link unterwegs')).toBeVisible();
  await expectAccessible(page, 'a link that is on its way');
  await elsewhere.goto(await linkTo(wilma, email, 'Passwort'));
  await elsewhere.getByLabel('Neues Passwort').fill(NEW_PASSWORD);
  await expectAccessible(elsewhere, 'the page that sets a password');
  await elsewhere.getByRole('button', { name: 'Passwort speichern' }).click();
  await elsewhere.getByRole('link', { name: 'Zur Anmeldung' }).click();
  await elsewhere.getByLabel('E-Mail-Adresse').fill(email);
  await elsewhere.getByLabel('Passwort', { exact: true }).fill(NEW_PASSWORD);
  await elsewhere.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(menuOf(elsewhere)).toBeVisible();
});

test('a link signs in by its button, and goes on to the page that was wanted', async ({
  page,
  wilma,
}) => {
  await page.goto(`${wilma.origin}/sign-in?to=${encodeURIComponent('/postings')}`);
  await page.getByRole('button', { name: 'Link zur Anmeldung schicken' }).click();
  await expect(page.getByRole('alert')).toContainText('Bitte geben Sie oben');
  await expect(page.getByLabel('E-Mail-Adresse')).toBeFocused();
  await page.getByLabel('E-Mail-Adresse').fill('researcher@demo.example');
  await page.getByRole('button', { name: 'Link zur Anmeldung schicken' }).click();
  await expect(page.getByText('ist der Link unterwegs')).toBeVisible();

  const link = await linkTo(wilma, 'researcher@demo.example', 'Anmeldung');
  // A browser that runs what it finds, and waits, signs nobody in.
  await page.goto(link);
  await page.waitForLoadState('networkidle');
  await expectAccessible(page, 'the page that signs in');
  await page.goto(`${wilma.origin}/settings`);
  await expect(page).toHaveURL(/sign-in/);
  await page.goto(link);
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await expect(page).toHaveURL(`${wilma.origin}/postings`);
  await page.goto(link);
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  await expect(page.getByText('Dieser Link gilt nicht mehr')).toBeVisible();
});

test('a passkey is added, named, used and deleted; other devices are signed out', async ({
  page,
  browser,
  wilma,
}) => {
  // Passkeys belong to a name, which 127.0.0.1 is none.
  const origin = wilma.origin.replace('127.0.0.1', 'localhost');
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const other = await (await browser.newContext()).newPage();
  await signIn(other, wilma, ['Unternehmen', '/settings']);

  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Unternehmen' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto(`${origin}/settings`);
  await page.getByLabel('Name des Passkeys').fill('Laptop');
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  const passkey = page.getByRole('listitem').filter({ hasText: 'Laptop' });
  await expect(passkey).toBeVisible();
  await page.getByRole('button', { name: 'Laptop umbenennen' }).click();
  const rows = page.getByRole('listitem');
  await rows.getByLabel('Name des Passkeys').fill('Laptop im Labor');
  await page.keyboard.press('Enter');
  await expect(passkey.getByText('Laptop im Labor')).toBeVisible();

  await expect(page.getByText('dieses Gerät')).toBeVisible();
  await expectAccessible(page, 'settings with a passkey and devices');
  await page.getByRole('button', { name: 'Überall sonst abmelden' }).click();
  await expect(page.getByText('Alle anderen Geräte sind abgemeldet.')).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/sign-in/);

  await signOut(page);
  await page.goto(`${origin}/sign-in?to=${encodeURIComponent('/settings')}`);
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page).toHaveURL(`${origin}/settings`);
  await page.getByRole('button', { name: 'Laptop im Labor löschen' }).click();
  await page.getByRole('button', { name: 'Löschen', exact: true }).click();
  await expect(passkey).toBeHidden();

  await signOut(page);
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await expect(page.getByRole('alert')).toContainText('Mit diesem Passkey');
});
