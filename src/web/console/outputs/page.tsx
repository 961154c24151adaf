import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormsPage } from './forms-page.tsx';
import { IndexPage } from './index-page.tsx';

/** `/outputs?ticket=7&form=task-order`: a ticket's forms; without a ticket what there is to put out. */
export function OutputsPage(): ReactNode {
  const { ticket, form } = useSearch({ from: '/shell/outputs' });
  return ticket === undefined ? <IndexPage /> : <FormsPage key={ticket} ticket={ticket} form={form} />;
}
