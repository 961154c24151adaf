import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMainDepartments } from '../../api/main-departments.ts';
import { queries } from '../../api/queries.ts';

export type Step = 'staff' | 'contacts' | 'ticket';

/** `count`: what is still missing, where that can be counted. */
export type StepState = { step: Step; isDone: boolean; count: number };

const anyTicket = { status: 'todo,in-progress,resolved,closed', sort: '-received', limit: 1 } as const;

/** Null until it is known how far the organisation has come. */
export function useFirstSteps(): StepState[] | null {
  const staff = useQuery(queries.staff()).data?.items;
  const departments = useQuery(queries.departments()).data?.items;
  const tickets = useInfiniteQuery(queries.queue(anyTicket)).data?.pages[0]?.items;
  const main = useMainDepartments();
  if (!staff || !departments || !tickets || main.length === 0) return null;
  const without = departments.filter(({ code, contact }) => contact === null && main.includes(code)).length;
  return [
    { step: 'staff', isDone: staff.filter(({ isActive }) => isActive).length > 1, count: 0 },
    { step: 'contacts', isDone: without === 0, count: without },
    { step: 'ticket', isDone: tickets.length > 0, count: 0 },
  ];
}
