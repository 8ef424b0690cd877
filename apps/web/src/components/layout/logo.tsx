/** Two rings that hold each other: both sides of a match. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="6" fill="#0b5c6b" />
      <circle cx="9.2" cy="12" r="4.4" fill="none" stroke="#fff" strokeWidth="2" />
      <path
        d="M14.8 7.6a4.4 4.4 0 1 1-4.2 3.1"
        fill="none"
        stroke="#f2b84b"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
