/** The key beside a button; screen readers hear `aria-keyshortcuts` instead. */
export function KeyHint({ children }: { children: string }) {
  return <kbd aria-hidden>{children}</kbd>;
}
