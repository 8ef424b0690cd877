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
  await page.waitForFunction(isDark);
  const contrast = await found(axeOn(page).withRules(['color-contrast']));
  expect(contrast, `${state}, dark`).toEqual([]);
}

/** The app hears of the colours a moment later, and some fade; pages without it have them at once. */
const isDark = (): boolean => {
  const scheme = document.documentElement.getAttribute('data-mantine-color-scheme');
  const fades = document.getAnimations().some((animation) => animation instanceof CSSTransition);
  return (scheme === null || scheme === 'dark') && !fades;
};

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations: all } = await axe.analyze();
  return all.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
