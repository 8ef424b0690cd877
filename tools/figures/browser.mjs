// A Chromium for the tools: contexts by role, nothing cached, with what the browser does by itself
// switched off.
import { chromium } from '@playwright/test';
import { findChromium } from '../find-program.mjs';
import { Refusal } from '../program.mjs';

const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** @param origin where Wilma with demo data is */
export async function openBrowser(origin) {
  const executablePath = findChromium();
  if (!executablePath) throw new Refusal('There is no Chromium: install one or set CHROMIUM.');
  return new DemoBrowser(origin, await chromium.launch({ executablePath, args }));
}

class DemoBrowser {
  #browser;
  #cookies = new Map();

  constructor(origin, browser) {
    this.origin = origin;
    this.#browser = browser;
  }

  close() {
    return this.#browser.close();
  }

  /**
   * Does something on a new page of a demo account (`visitor`: of nobody) with an empty cache.
   * `options` are those of a context of Playwright.
   */
  async withPage(role, work, options = {}) {
    const context = await this.#browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    try {
      if (role !== 'visitor') await context.addCookies(await this.#cookiesOf(role));
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async #cookiesOf(role) {
    if (!this.#cookies.has(role)) {
      const context = await this.#browser.newContext();
      const answer = await context.request.post(`${this.origin}/api/auth/sign-in/email`, {
        headers: { origin: this.origin },
        data: { email: `${role}@demo.example`, password: 'wilma-demo' },
      });
      if (!answer.ok()) throw new Error(`signing in as ${role}: ${answer.status()}`);
      this.#cookies.set(role, await context.cookies());
      await context.close();
    }
    return this.#cookies.get(role);
  }

  /** Goes to a path and waits until it has its heading and nothing is on its way any more. */
  async open(page, path) {
    await page.goto(`${this.origin}${path}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  }
}
