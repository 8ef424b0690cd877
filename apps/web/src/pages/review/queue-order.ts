/** The entry `step` places further; the ends hold. Null where there is nothing. */
export function neighbour(
  ids: readonly string[],
  current: string | null,
  step: number,
): string | null {
  if (ids.length === 0) return null;
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return ids[0] ?? null;
  const target = Math.min(ids.length - 1, Math.max(0, at + step));
  return ids[target] ?? null;
}

/** What opens once `gone` has left the list: what came after it, else what came before. */
export function successor(ids: readonly string[], gone: string): string | null {
  const at = ids.indexOf(gone);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}
