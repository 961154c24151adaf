import type { ReactNode } from 'react';

export function DepartmentsPage(): ReactNode {
  return null;
}
