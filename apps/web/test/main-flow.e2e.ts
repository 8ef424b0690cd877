import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Wilma } from '@wilma/testing';
import { expectAccessible } from './axe.fixture.js';
import { signIn, test } from './demo.fixture.js';

const TITLE = 'Schlieren auf Glasblenden sicher erkennen';
const TAGS = ['Optische Inspektion', 'Bildverarbeitung', 'Anomalieerkennung', 'Qualitätssicherung'];
const QUESTION = 'Hier die Linie zwei aus Schwarzheide: Genügen 50 Muster?';
const PASSED_ON = 'Genügen 50 Muster?';
const REPLY = 'Ja, 50 genügen für einen ersten Versuch.';
const OFFER = 'Beispiel: Oberflächenfehler erkennen, wenn es kaum Fehlerbilder gibt';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a need is posted, reviewed, asked about, answered, introduced and concluded', async ({
  browser,
  wilma,
}) => {
  // The longest way through the service, for three people.
  test.slow();
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/needs/new']);
  await company.getByLabel('Titel', { exact: true }).fill(TITLE);
  await company
    .getByLabel('In einem Satz')
    .fill('3.000 Blenden am Tag werden von Hand angesehen; gesucht ist eine Prüfung im Takt.');
  await company
    .getByLabel('Beschreibung')
    .fill('Zwei Linien, Takt 20 Sekunden, Fehler ab 0,2 mm Breite. Muster liegen bereit.');
  await chooseTags(company);
  await seePreviews(company);
  await company.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(company.getByText('Veröffentlicht. Wilma sucht jetzt')).toBeVisible();
  await expect(company.getByRole('heading', { name: TITLE, level: 1 })).toBeFocused();
  await visitUnderPolicy(browser, company.url());

  const coordinator = await (await browser.newContext()).newPage();
  await signIn(coordinator, wilma, ['Koordination', '/review']);
  const suggestion = coordinator.getByRole('button', { name: TITLE }).filter({ hasText: OFFER });
  await suggestion.first().click();
  const detail = coordinator.getByRole('region', { name: 'Vorschlag im Einzelnen' });
  await expect(detail.getByRole('heading', { name: TITLE })).toBeVisible();
  await expect(detail.getByText('Warum dieser Vorschlag?')).toBeVisible();
  await expect(detail.getByText(/^(Starker|Guter) Vorschlag/).first()).toBeVisible();

  // What is half written about one suggestion never turns up at another.
  await detail.getByLabel('Neue Notiz').fill('Nur zu diesem Vorschlag.');
  const queue = coordinator.getByRole('region', { name: 'Vorschläge prüfen' });
  const other = queue.getByRole('listitem').filter({ hasNotText: TITLE }).first();
  await other.getByRole('button').click();
  await expect(detail.getByRole('heading', { name: TITLE })).toBeHidden();
  await expect(detail.getByLabel('Neue Notiz')).toHaveValue('');
  await suggestion.first().click();
  await expect(detail.getByRole('heading', { name: TITLE })).toBeVisible();
  await coordinator.keyboard.press('a');
  await expect(coordinator.getByText('Freigegeben')).toBeVisible();

  // The sides see it once they are asked, a moment after the approval.
  await expect(async () => {
    await company.goto(`${wilma.origin}/matches`);
    await expect(cardOf(company)).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await cardOf(company).getByRole('button', { name: 'Rückfrage stellen' }).click();
  await company.getByLabel('Ihre Frage').fill(QUESTION);
  // Without a network it says so, and keeps what was written.
  await company.context().setOffline(true);
  await company.getByRole('button', { name: 'Frage senden' }).click();
  await expect(company.getByText(/^Keine Verbindung/)).toBeVisible();
  await expect(company.getByLabel('Ihre Frage')).toHaveValue(QUESTION);
  await company.context().setOffline(false);
  await company.getByRole('button', { name: 'Frage senden' }).click();
  await expect(cardOf(company).getByText('Ihre Rückfrage liegt bei der')).toBeVisible();
  await cardOf(company).getByRole('link', { name: OFFER }).click();

  await expect(company).toHaveURL(/matches\/./);
  await coordinator.goto(company.url());
  await coordinator.getByLabel('So geht die Frage weiter').fill(PASSED_ON);
  await expectAccessible(coordinator, 'a question to pass on');
  await coordinator.getByRole('button', { name: 'Frage weitergeben' }).click();

  const researcher = await (await browser.newContext()).newPage();
  await signIn(researcher, wilma, ['Forschung', '/matches']);
  await expect(cardOf(researcher).getByText(PASSED_ON)).toBeVisible();
  await expect(cardOf(researcher).getByText(QUESTION)).toBeHidden();
  await cardOf(researcher).getByLabel('Ihre Antwort auf diese Frage').fill(REPLY);
  await expectAccessible(researcher, 'a question to reply to');
  await cardOf(researcher).getByRole('button', { name: 'Antwort senden' }).click();
  const replied = cardOf(researcher).getByRole('blockquote').filter({ hasText: REPLY });
  await expect(replied).toBeVisible();
  await coordinator.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(company.getByText(REPLY)).toBeVisible();

  await company.getByRole('button', { name: 'Interessiert' }).click();
  await expect(company.getByText('Sobald auch die andere Seite Ja sagt')).toBeVisible();
  await answerOnPhone(browser, wilma);
  await researcher.reload();
  await expect(cardOf(researcher).getByText('company@demo.example')).toBeVisible();

  await company.getByRole('button', { name: 'Ergebnis festhalten' }).click();
  await company.getByLabel('In wenigen Sätzen').fill('Vorstudie vereinbart.');
  await company.getByRole('button', { name: 'Ergebnis speichern' }).click();
  await expect(coordinator.getByText('Vorstudie vereinbart.')).toBeVisible();
});

test('who was invited makes an account by the link, accepts and acts for the organisation', async ({
  page,
  browser,
  wilma,
}) => {
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/postings']);
  await company.goto(`${wilma.origin}/settings`);
  const email = 'kollegin@people.example';
  await company.getByLabel('E-Mail-Adresse').fill(email);
  await company.getByRole('button', { name: 'Einladung senden' }).click();
  await expect(company.getByText(`${email} ist eingeladen.`)).toBeVisible();

  const wrong = 'vertippt@people.example';
  await company.getByLabel('E-Mail-Adresse').fill(wrong);
  await company.getByRole('button', { name: 'Einladung senden' }).click();
  await company.getByRole('button', { name: `Einladung an ${wrong} zurückziehen` }).click();
  await expectAccessible(company, 'an invitation to withdraw');
  await company.getByRole('button', { name: 'Zurückziehen', exact: true }).click();
  await expect(company.getByText(`an ${wrong} ist zurückgezogen.`)).toBeVisible();
  await expect(company.getByRole('listitem').filter({ hasText: wrong })).toBeHidden();
  await expect(company.getByRole('listitem').filter({ hasText: email })).toBeVisible();
  const link = /http\S+\/invitation\/\S+/.exec((await wilma.inbox.mailTo(email)).text)?.[0] ?? '';

  // The link is not theirs.
  await company.goto(link);
  await company.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(company.getByRole('alert')).toContainText('an eine andere E-Mail-Adresse');

  await page.goto(link);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByLabel('Vor- und Nachname').fill('Kollegin (Beispiel)');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill('ein-langes-passwort');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(page.getByText('Sie wirken jetzt für')).toBeVisible();

  await page.goto(link.slice(0, -1));
  await page.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(page.getByRole('alert')).toContainText('Dieser Link gilt nicht');
});

test('who coordinates and belongs to an organisation writes for either', async ({
  page,
  wilma,
}) => {
  await wilma.database.query(
    `INSERT INTO membership (account_id, organisation_id, created_at)
     SELECT account.id, organisation.id, now() FROM auth."user" AS account, organisation
      WHERE email = 'admin@demo.example' AND verified_at IS NOT NULL
      ORDER BY organisation.name LIMIT 1`,
  );
  const title = 'Eigenes Vorhaben im Haus';
  await signIn(page, wilma, ['Verwaltung', '/needs/new']);
  await page.getByLabel('Titel', { exact: true }).fill(title);
  await expect(page.getByRole('button', { name: 'Zur Bestätigung schicken' })).toBeVisible();
  await page.getByText('Für meine Organisation').click();
  // Saved by itself, and nobody is asked to confirm what is one's own.
  await expect(page).toHaveURL(/needs\/.+\/edit$/);
  await expect(page.getByRole('button', { name: 'Veröffentlichen' })).toBeVisible();

  await page.goto(`${wilma.origin}/postings`);
  const own = page.getByRole('region', { name: 'Bedarfe meiner Organisation' });
  await expect(own.getByRole('link', { name: title })).toBeVisible();
  const waiting = page.getByRole('region', { name: 'Bedarfe', exact: true });
  await expect(waiting.getByRole('link').first()).toBeVisible();
  await expect(waiting.getByRole('link', { name: title })).toBeHidden();
});

/** The card of the match between this need and this offer, on either side's page. */
const cardOf = (page: Page): Locator =>
  page.getByRole('article').filter({ hasText: TITLE }).filter({ hasText: OFFER });

/** What the text speaks of is chosen already, goes by one key, and does not come back. */
async function chooseTags(page: Page): Promise<void> {
  const chosen = page.getByRole('list', { name: 'Gewählte Schlagwörter' });
  const read = chosen.getByRole('listitem').filter({ hasText: 'aus Ihrem Text' });
  // The first text of all makes the tagger read its vocabulary.
  await expect(read.first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/aus Ihrem Text\. Was nicht passt/)).toBeVisible();
  await expectAccessible(page, 'tags that were read from the text');
  const first = (await read.first().locator('span').first().textContent()) ?? '';
  const unwanted = await nameOf(read.first());
  await read
    .first()
    .getByRole('button', { name: `${unwanted} entfernen` })
    .press('Delete');
  await expect(chosen.getByText(first)).toBeHidden();
  await page.getByLabel('Beschreibung').press('End');
  const asked = page.waitForResponse((response) => {
    return response.request().postData()?.includes('ReadTags') === true;
  });
  await page.getByLabel('Beschreibung').pressSequentially(' Bitte bald.');
  await asked;
  for (const tag of TAGS) {
    const field = page.getByRole('combobox', { name: 'Schlagwort hinzufügen' });
    if (await chosen.getByRole('button', { name: `${tag} entfernen` }).isVisible()) continue;
    await field.fill(tag);
    const hit = page.getByRole('option', { name: tag }).first();
    await expect(hit).toHaveAttribute('data-combobox-selected');
    await field.press('Enter');
  }
  if (!TAGS.includes(unwanted)) await expect(chosen.getByText(unwanted)).toBeHidden();
}

const nameOf = async (row: Locator): Promise<string> =>
  (
    (await row.getByRole('button', { name: /entfernen$/ }).getAttribute('aria-label')) ?? ''
  ).replace(/ entfernen$/, '');

/** What would match, and what others see: the name only where it is to be seen. */
async function seePreviews(page: Page): Promise<void> {
  const matches = page.getByRole('region', { name: 'Das würde passen' });
  await expect(matches.getByRole('link', { name: OFFER })).toBeVisible();
  const seen = page.getByRole('region', { name: 'Das sehen andere' });
  await expect(seen).not.toContainText('Ohne Namen');
  await page.getByRole('radio', { name: 'Ohne Namen' }).click();
  await expect(seen).toContainText('Ohne Namen');
  await expectAccessible(page, 'what others see of a need without a name');
  await page.getByRole('radio', { name: 'Mit Namen' }).click();
}

/** The posting describes itself to machines in a way that the page's own policy has nothing against. */
async function visitUnderPolicy(browser: Browser, url: string): Promise<void> {
  const visitor = await browser.newContext();
  const page = await visitor.newPage();
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  await page.goto(url);
  await expect(page.getByRole('heading', { name: TITLE, level: 1 })).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Demand', name: TITLE, url });
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', TITLE);
  expect(violations).toEqual([]);
  await visitor.close();
}

/** From the mail, on a small phone, by somebody who reads English. */
async function answerOnPhone(browser: Browser, wilma: Wilma): Promise<void> {
  const phone = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 360, height: 720 },
  });
  const page = await phone.newPage();
  const email = 'researcher@demo.example';
  const speak = (locale: 'de' | 'en') =>
    wilma.database.query('UPDATE auth."user" SET locale = $2 WHERE email = $1', [email, locale]);
  await speak('en');
  const { text } = await wilma.inbox.mailTo(email, TITLE);
  await page.goto(/http\S+\/answer\/\S+/.exec(text)?.[0] ?? '');
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'the page of a mail that asks, on a phone');
  await page.getByRole('button', { name: 'Yes, please introduce us' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Both sides have said yes');
  await phone.close();
  await speak('de');
}
