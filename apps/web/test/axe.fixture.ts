import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
const CONTRAST: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };

/** Expects that a page is accessible just as it stands, in light and in dark colours. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violations(page, WCAG), `${state}, light`).toEqual([]);
  // Nothing else depends on the colours.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(() => isDrawnDark(page), { timeout: 20_000 }).toBe(true);
  expect(await violations(page, CONTRAST), `${state}, dark`).toEqual([]);
}

/**
 * The app hears of the colours with the next frame, and some fade; pages without it have them at
 * once. A picture asks for that frame: a page that nobody looks at may draw none.
 */
async function isDrawnDark(page: Page): Promise<boolean> {
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  return page.evaluate(() => {
    const scheme = document.documentElement.getAttribute('data-mantine-color-scheme');
    const fades = document.getAnimations().some((animation) => animation instanceof CSSTransition);
    return (scheme === null || scheme === 'dark') && !fades;
  });
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
