import { expect, type Page, test } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** Expects that a page is accessible just as it stands, in light and, if not said otherwise, in dark. */
export async function expectAccessible(
  page: Page,
  state: string,
  { inDark = true } = {},
): Promise<void> {
  // Counted at the end of the run by tools/states-reporter.mjs.
  test.info().annotations.push({ type: 'axe state', description: state });
  // What a header that stays covers for the moment would count as too small to be pressed.
  await page.evaluate(() => window.scrollTo(0, 0));
  await wear(page, 'light');
  expect(await violations(page, WCAG), `${state}, light`).toEqual([]);
  if (!inDark) return;
  // Nothing else depends on the colours.
  await wear(page, 'dark');
  expect(await violations(page, CONTRAST), `${state}, dark`).toEqual([]);
}

/** Puts on colours and waits until they are drawn. */
async function wear(page: Page, colorScheme: 'dark' | 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect.poll(() => isDrawn(page, colorScheme), { timeout: 20_000 }).toBe(true);
}

/**
 * The app hears of the colours with the next frame, and some fade; pages without it have them at
 * once. A picture asks for that frame: a page that nobody looks at may draw none.
 */
async function isDrawn(page: Page, colours: 'dark' | 'light'): Promise<boolean> {
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  return page.evaluate((wanted) => {
    const scheme = document.documentElement.getAttribute('data-mantine-color-scheme');
    const fades = document.getAnimations().some((animation) => animation instanceof CSSTransition);
    return (scheme === null || scheme === wanted) && !fades;
  }, colours);
}

/** Axe by itself, loaded once a page: no page has frames whose results were to be put together. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (chosen) => {
    const { axe: own } = globalThis as unknown as { axe: typeof axe };
    const found = await own.run({ ...chosen, preload: false, resultTypes: ['violations'] });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  }, options);
}
