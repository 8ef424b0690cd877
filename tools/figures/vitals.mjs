// How a page loads for somebody with a slow phone: the times that browsers themselves note.

/** A slow mobile network, as Lighthouse simulates one. */
export const network = {
  name: '1.6 Mbit/s down, 0.75 up, 150 ms latency',
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  latency: 150,
};
/** By how much the processor is slowed down. */
export const cpuFactor = 4;

/** Makes a page slow. Returns its session of the DevTools protocol. */
export async function slowDown(page, { isNetworkSlow }) {
  const session = await page.context().newCDPSession(page);
  if (isNetworkSlow) {
    const { downloadThroughput, uploadThroughput, latency } = network;
    const conditions = { offline: false, downloadThroughput, uploadThroughput, latency };
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', conditions);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuFactor });
  return session;
}

/** Largest contentful paint in ms and the sum of all layout shifts, which is at least CLS. */
export async function vitalsOf(browser, { role, path }) {
  return browser.withPage(role, async (page) => {
    await slowDown(page, { isNetworkSlow: true });
    await page.addInitScript(watch);
    await browser.open(page, path);
    return page.evaluate(() => ({ ...globalThis.wilmaVitals }));
  });
}

/** Runs in the page. */
function watch() {
  const vitals = (globalThis.wilmaVitals = { lcp: 0, cls: 0 });
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  observe('largest-contentful-paint', ({ startTime }) => (vitals.lcp = startTime));
  observe('layout-shift', ({ hadRecentInput, value }) => {
    if (!hadRecentInput) vitals.cls += value;
  });
}
