import { useInfiniteQuery } from '@tanstack/react-query';
import type { MeView } from '../../../contract/organisation.ts';
import type { QueueQuery, TicketRow } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';

export const openStatuses = 'todo,in-progress,resolved';

/** My open tickets, soonest due first, at most a hundred. */
export function useMyOpen() {
  return useInfiniteQuery(queries.queue({ owner: 'me', status: openStatuses, sort: 'due', limit: 100 }));
}

export function useMyClosed(): TicketRow[] | undefined {
  const query = queries.queue({ owner: 'me', status: 'closed', sort: '-received', limit: 6 });
  return useInfiniteQuery(query).data?.pages[0]?.items;
}

/** What stands without an owner where it is my turn. */
export function usePool(): { rows: TicketRow[]; hasMore: boolean; query: QueueQuery | null } {
  const query = poolQuery(useMe(), [...usePlaybooks().values()]);
  const found = useInfiniteQuery({ ...queries.queue(query ?? {}), enabled: query !== null });
  const first = query === null ? undefined : found.data?.pages[0];
  return { rows: first?.items ?? [], hasMore: first?.next !== undefined, query };
}

/** Departments look at what was handed to them, the others at the stages that wait for their role. */
export function poolQuery(
  me: Pick<MeView, 'roles' | 'departments'>,
  playbooks: readonly Playbook[],
): QueueQuery | null {
  const shared: QueueQuery = { owner: 'none', status: openStatuses, sort: 'due', limit: 10 };
  const isInDepartment = me.roles.some((role) => role === 'specialist' || role === 'contact');
  if (isInDepartment && me.departments.length > 0) return { ...shared, department: 'mine' };
  const stages = playbooks
    .flatMap((playbook) => playbook.stages)
    .filter(({ who }) => who.some((role) => has(me, role)));
  const codes = [...new Set(stages.map(({ id }) => id))];
  return codes.length === 0 ? null : { ...shared, stage: codes.join(',') };
}

/** Whether the stage that a ticket of mine stands in is for me: as its owner, or by one of my roles. */
export function useIsMyTurn(): (row: TicketRow) => boolean {
  const me = useMe();
  const playbooks = usePlaybooks();
  return ({ playbook, stage }) => {
    const who = playbooks.get(playbook)?.stages.find(({ id }) => id === stage)?.who ?? ['owner'];
    return who.some((role) => role === 'owner' || has(me, role));
  };
}

function has(me: Pick<MeView, 'roles'>, role: string): boolean {
  return me.roles.some((mine) => mine === role);
}
