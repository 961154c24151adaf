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

/** What has come back to me because I speak to its customer, whoever owns it. */
export function useTurn(): TicketRow[] {
  const me = useMe();
  const playbooks = usePlaybooks();
  const query = turnQuery(me, [...playbooks.values()]);
  const found = useInfiniteQuery({ ...queries.queue(query ?? {}), enabled: query !== null });
  const rows = query === null ? [] : (found.data?.pages[0]?.items ?? []);
  return rows.filter(({ playbook, stage }) => isForInterface(me, stageOf(playbooks, playbook, stage)));
}

/** What waits for anybody in a role or department of mine: without an owner, or in a stage that is not its owner's. */
export function usePool(): { rows: TicketRow[]; hasMore: boolean; query: QueueQuery | null } {
  const me = useMe();
  const playbooks = usePlaybooks();
  const all = [...playbooks.values()];
  const query = poolQuery(me, all);
  const owned = ownedPoolQuery(me, all);
  const unowned = useInfiniteQuery({ ...queries.queue(query ?? {}), enabled: query !== null });
  const others = useInfiniteQuery({ ...queries.queue(owned ?? {}), enabled: owned !== null });
  const turn = new Set(useTurn().map(({ id }) => id));
  const first = query === null ? undefined : unowned.data?.pages[0];
  const second = owned === null ? undefined : others.data?.pages[0];
  const isForRole = ({ id, playbook, stage, owner }: TicketRow) =>
    owner !== null && owner !== me.id && !turn.has(id) && isForRoleAlone(me, stageOf(playbooks, playbook, stage));
  const rows = [...(first?.items ?? []).filter(({ id }) => !turn.has(id)), ...(second?.items ?? []).filter(isForRole)];
  return { rows, hasMore: first?.next !== undefined || second?.next !== undefined, query };
}

type Reader = Pick<MeView, 'roles' | 'departments'>;
type Stage = Playbook['stages'][number];

/** The stages in which whoever speaks to the customer has to act; null for those who speak to none. */
export function turnQuery(me: Reader, playbooks: readonly Playbook[]): QueueQuery | null {
  const stage = codesOf(playbooks, (one) => isForInterface(me, one));
  return stage === '' ? null : { interface: 'me', stage, status: openStatuses, sort: 'due', limit: 50 };
}

/** Departments look at what was handed to them, the others at the stages that wait for their role. */
export function poolQuery(me: Reader, playbooks: readonly Playbook[]): QueueQuery | null {
  const shared: QueueQuery = { owner: 'none', status: openStatuses, sort: 'due', limit: 10 };
  if (isOfDepartment(me)) return { ...shared, department: 'mine' };
  const stage = codesOf(playbooks, ({ who }) => who.some((role) => has(me, role)));
  return stage === '' ? null : { ...shared, stage };
}

/** The same of stages that are not for the owner: a callback or an archive waits for its role though somebody owns the ticket. */
export function ownedPoolQuery(me: Reader, playbooks: readonly Playbook[]): QueueQuery | null {
  if (isOfDepartment(me)) return null;
  const stage = codesOf(playbooks, (one) => isForRoleAlone(me, one));
  return stage === '' ? null : { stage, status: openStatuses, sort: 'due', limit: 10 };
}

function stageOf(playbooks: ReadonlyMap<string, Playbook>, playbook: string, stage: string): Stage | undefined {
  return playbooks.get(playbook)?.stages.find(({ id }) => id === stage);
}

function codesOf(playbooks: readonly Playbook[], isMeant: (stage: Stage) => boolean): string {
  const stages = playbooks.flatMap((playbook) => playbook.stages).filter(isMeant);
  return [...new Set(stages.map(({ id }) => id))].join(',');
}

function isForInterface(me: Reader, stage: Stage | undefined): boolean {
  const isAgentStage = has(me, 'agent') && stage?.who.includes('agent') === true && !stage.who.includes('owner');
  return stage?.who.includes('interface') === true || isAgentStage;
}

function isForRoleAlone(me: Reader, stage: Stage | undefined): boolean {
  if (stage === undefined || stage.who.includes('owner') || stage.who.includes('interface')) return false;
  return stage.who.some((role) => has(me, role));
}

function isOfDepartment(me: Reader): boolean {
  return me.departments.length > 0 && me.roles.some((role) => role === 'specialist' || role === 'contact');
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
