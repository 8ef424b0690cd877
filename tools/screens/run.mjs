// Takes the pictures: WebP as Chromium itself writes it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../bench/client.mjs';
import { withStack } from '../bench/stack.mjs';
import { startTemporaryPostgres } from '../embedded-postgres.mjs';
import { openBrowser } from '../figures/browser.mjs';
import { screensOf } from './screens.mjs';

const folder = 'docs/screens';
const devices = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  phone: {
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
};
const quality = 72;

export async function run({ signal, say }) {
  // A server that runs already may be named while the pictures are being worked on.
  if (process.env.WILMA_ORIGIN) return takeAll(process.env.WILMA_ORIGIN, { signal, say });
  const server = await startTemporaryPostgres({ fast: true });
  try {
    const options = { server, queue: 'postgres', signal };
    return await withStack(options, ({ origin }) => takeAll(origin, { signal, say }));
  } finally {
    await server.stop();
  }
}

async function takeAll(origin, { signal, say }) {
  const screens = await screensOf(await signIn(origin, 'coordinator@demo.example'), {
    company: await signIn(origin, 'company@demo.example'),
  });
  const browser = await openBrowser(origin);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  try {
    for (const screen of screens) {
      for (const [device, options] of Object.entries(devices)) {
        signal.throwIfAborted();
        bytes += await take(browser, { screen, device, options });
      }
      say(`${screen.name} …`);
    }
  } finally {
    await browser.close();
  }
  console.log(`${screens.length * 4} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB`);
}

/** One screen in both schemes. Returns how many bytes that made. */
function take(browser, { screen, device, options }) {
  return browser.withPage(
    screen.role,
    async (page) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await browser.open(page, screen.path);
      await screen.prepare?.(page);
      let bytes = 0;
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.waitForFunction(isDrawn, scheme);
        const picture = await capture(page);
        writeFileSync(join(folder, `${screen.name}-${device}-${scheme}.webp`), picture);
        bytes += picture.length;
      }
      return bytes;
    },
    options,
  );
}

/** Runs in the page: it has the scheme, nothing fades any more, and what was loading is there. */
function isDrawn(scheme) {
  const { mantineColorScheme } = document.documentElement.dataset;
  const isLoading = document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') !== null;
  return mantineColorScheme === scheme && document.getAnimations().length === 0 && !isLoading;
}

async function capture(page) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await session.detach();
  return Buffer.from(data, 'base64');
}
