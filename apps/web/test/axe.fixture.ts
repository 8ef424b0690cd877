import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No page has frames: the results need no page of their own to be put together. */
const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** Expects that a page is accessible just as it stands, in light and in dark colours. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await found(axeOn(page).withTags(WCAG)), `${state}, light`).toEqual([]);
  // Nothing else depends on the colours.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(() => isDrawnDark(page), { timeout: 20_000 }).toBe(true);
  const contrast = await found(axeOn(page).withRules(['color-contrast']));
  expect(contrast, `${state}, dark`).toEqual([]);
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

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations: all } = await axe.analyze();
  return all.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
