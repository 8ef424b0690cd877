// From a key press in the review queue until its frame is drawn.
import { slowDown } from './vitals.mjs';

/**
 * Milliseconds of so many presses: J down the queue and K back, at a calm pace, each from the
 * moment that the browser stamps on the event until the frame after it was handed over.
 */
export async function keyTimes(browser, presses) {
  return browser.withPage('coordinator', async (page) => {
    await page.addInitScript(watch);
    await browser.open(page, '/review');
    await slowDown(page, { isNetworkSlow: false });
    const rows = await page.locator('main li button[aria-current], main li button').count();
    const way = Math.max(1, Math.min(rows, presses) - 1);
    for (let press = 0; press < presses; press += 1) {
      const key = Math.floor(press / way) % 2 === 0 ? 'j' : 'k';
      await page.keyboard.press(key);
      await page.waitForFunction((n) => globalThis.wilmaKeys.length > n, press);
      // What the match that was opened fetches comes in between presses, as it does for people.
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(150);
    }
    return page.evaluate(() => globalThis.wilmaKeys);
  });
}

/** Runs in the page. A message that is posted within a frame arrives once it was handed over. */
function watch() {
  const times = (globalThis.wilmaKeys = []);
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    true,
  );
}
