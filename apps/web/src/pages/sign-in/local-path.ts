/**
 * The page to return to after signing in, or null. Only a path of this site is accepted: an address
 * elsewhere would turn the sign-in page into a trap.
 */
export function localPath(wanted: string | null): string | null {
  if (wanted === null) return null;
  const here = 'https://wilma.invalid';
  const url = URL.parse(wanted, here);
  if (!wanted.startsWith('/') || url?.origin !== here) return null;
  return url.pathname + url.search + url.hash;
}
