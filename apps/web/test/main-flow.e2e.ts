import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './demo.fixture.js';

const TITLE = 'Schlieren auf Glasblenden sicher erkennen';
const TAGS = ['Optische Inspektion', 'Bildverarbeitung', 'Anomalieerkennung', 'Qualitätssicherung'];
const OFFER = 'Beispiel: Oberflächenfehler erkennen, wenn es kaum Fehlerbilder gibt';

test('a need is posted, reviewed, answered by both sides and introduced', async ({
  browser,
  wilma,
}) => {
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/needs/new']);
  await company.getByLabel('Titel', { exact: true }).fill(TITLE);
  await company
    .getByLabel('In einem Satz')
    .fill('3.000 Blenden am Tag werden von Hand angesehen; gesucht ist eine Prüfung im Takt.');
  await company
    .getByLabel('Beschreibung')
    .fill('Zwei Linien, Takt 20 Sekunden, Fehler ab 0,2 mm Breite. Muster liegen bereit.');
  for (const tag of TAGS) {
    const field = company.getByRole('combobox', { name: 'Schlagwort hinzufügen' });
    await field.fill(tag);
    const hit = company.getByRole('option', { name: tag }).first();
    await expect(hit).toHaveAttribute('data-combobox-selected');
    await field.press('Enter');
  }
  await company.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(company.getByText('Veröffentlicht. Wilma sucht jetzt')).toBeVisible();
  await expect(company.getByRole('heading', { name: TITLE, level: 1 })).toBeFocused();

  const coordinator = await (await browser.newContext()).newPage();
  await signIn(coordinator, wilma, ['Koordination', '/review']);
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
  await expect(company.getByText('Sobald auch die andere Seite Ja sagt')).toBeVisible();

  const researcher = await (await browser.newContext()).newPage();
  await signIn(researcher, wilma, ['Forschung', '/matches']);
  await answerYes(researcher);
  await expect(researcher.getByText('Beide Seiten haben Ja gesagt').first()).toBeVisible();
  await expect(cardOf(researcher).getByText('company@demo.example')).toBeVisible();
});

test('who was invited makes an account by the link, accepts and acts for the organisation', async ({
  page,
  browser,
  wilma,
}) => {
  const company = await (await browser.newContext()).newPage();
  await signIn(company, wilma, ['Unternehmen', '/postings']);
  const ask = async (query: string) => {
    const answer = await company.request.post(`${wilma.origin}/graphql`, { data: { query } });
    return ((await answer.json()) as { data: Record<string, unknown> }).data;
  };
  const { me } = (await ask('{ me { memberships { organisation { id name } } } }')) as {
    me: { memberships: [{ organisation: { id: string; name: string } }] };
  };
  const { id, name } = me.memberships[0].organisation;
  const email = 'kollegin@people.example';
  await ask(`mutation { inviteMember(organisation: "${id}", email: "${email}") { id } }`);
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
  await expect(page.getByRole('status')).toContainText(name);

  await page.goto(link.slice(0, -1));
  await page.getByRole('button', { name: 'Einladung annehmen' }).click();
  await expect(page.getByRole('alert')).toContainText('Dieser Link gilt nicht');
});

/** The card of the match between this need and this offer, on either side's page. */
const cardOf = (page: Page): Locator =>
  page.getByRole('article').filter({ hasText: TITLE }).filter({ hasText: OFFER });

async function answerYes(page: Page): Promise<void> {
  await cardOf(page).getByRole('button', { name: 'Interessiert' }).click();
}
