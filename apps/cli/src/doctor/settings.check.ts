import type { Config } from '@wilma/platform';
import { type Finding, ok, warn } from './finding.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EXAMPLE = /@(.+\.)?example$/;

/** What is right on a desk and wrong where people come. */
export function checkSettings(config: Config): Finding[] {
  const { hostname, protocol } = new URL(config.publicUrl);
  if (LOOPBACK.includes(hostname)) return [ok(`for this machine only: ${config.publicUrl}`)];
  const doubts = [
    protocol !== 'https:' && 'PUBLIC_URL is not https: passwords travel in the clear',
    config.demo && 'DEMO=1 shows the demo accounts to everybody',
    EXAMPLE.test(config.mailFrom) && `MAIL_FROM is an example: ${config.mailFrom}`,
    config.trustProxy === null &&
      'TRUST_PROXY is not set: all who come through a proxy share limits',
  ];
  const found = doubts.filter((doubt) => doubt !== false).map(warn);
  return found.length > 0 ? found : [ok(config.publicUrl)];
}
