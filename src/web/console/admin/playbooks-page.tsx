import type { ReactNode } from 'react';

export function PlaybooksPage(): ReactNode {
  return null;
}
