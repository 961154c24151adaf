import type { ReactNode } from 'react';

export function QueuesPage(): ReactNode {
  return null;
}
