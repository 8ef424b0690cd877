// Where the programs are that a package cannot bring along. Node built-ins only.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const usualChromiums = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
};

/**
 * Path of a Chromium: CHROMIUM, or the first one found, the lightest first; undefined if there is
 * none.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const onPath = ['chromium-headless-shell', 'chromium', 'chromium-browser'].concat([
    'google-chrome',
    'google-chrome-stable',
  ]);
  const usual = usualChromiums[process.platform] ?? [];
  return onPath.map(onSearchPath).find(Boolean) ?? usual.find((path) => existsSync(path));
}

/** Path of a Redis server: REDIS_SERVER, or the first one found; undefined if there is none. */
export const findRedis = () => process.env.REDIS_SERVER || onSearchPath('redis-server');

function onSearchPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
