import type { ReactNode } from 'react';

export function SetUpPage(): ReactNode {
  return null;
}
