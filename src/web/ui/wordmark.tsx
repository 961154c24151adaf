import type { ReactNode } from 'react';

/** The mark: a voice, and its answer coming back. */
export function Mark({ size = 28 }: { size?: number }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0f5b60" stroke="rgb(255 255 255 / 18%)" />
      <g fill="none" strokeLinecap="round" strokeWidth="2.6">
        <path d="M20.8 11.2a6.8 6.8 0 1 0 0 9.6" stroke="#fff" />
        <path d="M24.6 7.4a12.2 12.2 0 0 1 0 17.2" stroke="#f0a35e" />
      </g>
      <circle cx="16" cy="16" r="2.2" fill="#f0a35e" />
    </svg>
  );
}
