import type { ProblemKey } from './errors.js';

/** What an organisation's people have after the @. */
export interface MailDomain {
  /** In its ASCII form, see {@link asciiDomain}. */
  readonly domain: string;
  /** Whether whatever ends in `.domain` counts, too. */
  readonly withSubdomains: boolean;
}

/** Letters, digits, dots and hyphens of any script: nothing that an URL would read as more. */
const WORDS = /^[\p{L}\p{M}\p{N}.-]+$/u;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
/** Never digits alone: that would be an address of the network. */
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;
const LONGEST = 253;

/**
 * The form in which domains are compared: lower case, other scripts as punycode. Look-alikes of other
 * scripts stay different. Null where it is none, has no dot, or holds characters that only become
 * letters by conversion: a mail may have gone elsewhere than its writing suggests.
 */
export function asciiDomain(text: string): string | null {
  const lower = text.trim().normalize('NFC').toLowerCase();
  if (!WORDS.test(lower) || lower.normalize('NFKC') !== lower) return null;
  if (!URL.canParse(`http://${lower}/`)) return null;
  const { hostname } = new URL(`http://${lower}/`);
  const labels = hostname.split('.');
  const isDomain =
    labels.length > 1 && hostname.length <= LONGEST && labels.every((label) => LABEL.test(label));
  return isDomain && TOP_LABEL.test(labels.at(-1) ?? '') ? hostname : null;
}

/** The domain of a mail address in its ASCII form; null where it has none. */
export function domainOfMail(address: string): string | null {
  const at = address.lastIndexOf('@');
  return at < 1 ? null : asciiDomain(address.slice(at + 1));
}

/** The domain itself and those above it that have a dot: `a.b.de` → `a.b.de`, `b.de`. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
}

/** Whether a mail address is of a domain: exactly, or below it where that counts. */
export function isOfDomain(address: string, { domain, withSubdomains }: MailDomain): boolean {
  const found = domainOfMail(address);
  return found !== null && (found === domain || (withSubdomains && found.endsWith(`.${domain}`)));
}

/** Large providers with whom anybody gets an address. */
const FOR_ANYBODY: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.eu web.de t-online.de magenta.de
   freenet.de arcor.de vodafone.de vodafonemail.de kabelmail.de unitybox.de o2online.de o2mail.de
   online.de 1und1.de mail.de email.de mail.com posteo.de posteo.net mailbox.org ewe.net
   outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com passport.com
   yahoo.com yahoo.de ymail.com rocketmail.com aol.com aol.de aim.com
   icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me
   tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me
   fastmail.com fastmail.fm hey.com zoho.com zohomail.eu yandex.com yandex.ru mail.ru bk.ru list.ru
   inbox.ru rambler.ru ukr.net wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu gazeta.pl
   poczta.onet.pl tlen.pl seznam.cz email.cz centrum.cz atlas.cz volny.cz post.cz
   bluewin.ch orange.fr wanadoo.fr laposte.net free.fr libero.it virgilio.it
   qq.com 163.com 126.com naver.com duck.com mozmail.com simplelogin.com addy.io
   mailinator.com guerrillamail.com trashmail.com trash-mail.com 10minutemail.com yopmail.com
   wegwerfmail.de byom.de`.split(/\s+/),
);

/** Below which anybody may register a domain, as far as they have a dot. */
const REGISTRIES: ReadonlySet<string> = new Set(
  `com.de co.at or.at ac.at gv.at co.uk org.uk ac.uk gov.uk me.uk ltd.uk plc.uk net.uk sch.uk
   com.pl net.pl org.pl edu.pl gov.pl info.pl waw.pl wroc.pl eu.org uk.com de.com eu.com us.com
   co.jp ac.jp com.cn edu.cn com.au edu.au co.nz com.br com.tr edu.tr co.in co.za
   github.io gitlab.io pages.dev web.app netlify.app vercel.app herokuapp.com azurewebsites.net
   blogspot.com wordpress.com myshopify.com dyndns.org ddns.net no-ip.org`.split(/\s+/),
);

/** Why a text can't be the mail domain of one organisation; null where it can. */
export function mailDomainProblem(text: string): ProblemKey | null {
  const domain = asciiDomain(text);
  if (domain === null) return 'badDomain';
  const isForAnybody = domainsAbove(domain).some((one) => FOR_ANYBODY.has(one));
  return isForAnybody || REGISTRIES.has(domain) ? 'publicDomain' : null;
}
