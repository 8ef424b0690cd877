/** Whether a toast was ever shown, so that the code for them is loaded no sooner. */
let wanted = false;
const listeners = new Set<() => void>();

export const areToastsWanted = (): boolean => wanted;

/** Calls back once, when the first toast is shown; gives back how to stop listening. */
export function onToastsWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function wantToasts(): void {
  wanted = true;
  for (const listener of listeners) listener();
}
