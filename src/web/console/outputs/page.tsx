import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormsPage } from './forms-page.tsx';
import { IndexPage } from './index-page.tsx';
import { PaperPage } from './paper-page.tsx';

/** `/outputs?ticket=7&form=task-order`: a ticket's forms; without a ticket what there is to put out. */
export function OutputsPage(): ReactNode {
  const { ticket, form, paper } = useSearch({ from: '/shell/outputs' });
  if (ticket !== undefined && paper !== undefined)
    return <PaperPage key={`${ticket}.${paper}`} ticket={ticket} paper={paper} />;
  return ticket === undefined ? <IndexPage /> : <FormsPage key={ticket} ticket={ticket} form={form} />;
}
