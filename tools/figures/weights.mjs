// What a browser with an empty cache fetches of JavaScript.
import { gzipSync } from 'node:zlib';

/** The scripts of a screen by their address, each with its bytes as gzip makes them. */
export async function weigh(browser, { role, path }) {
  return browser.withPage(role, async (page) => {
    const bodies = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      bodies.push(response.body().then((body) => [response.url(), gzipSync(body).length]));
    });
    await browser.open(page, path);
    return new Map(await Promise.all(bodies));
  });
}
