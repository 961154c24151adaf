import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { usePlaybookNames } from '../../api/playbook-names.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { PriorityTag, StageTag } from '../../ui/tags.tsx';
import { priorityLevel } from './priority-level.ts';

/** A ticket's priority and stage, named by its playbook. */
export function TicketPriority({ row }: { row: Pick<TicketRow, 'playbook' | 'priority'> }): ReactNode {
  const playbook = usePlaybooks().get(row.playbook);
  const name = usePlaybookNames();
  return (
    <PriorityTag label={name(row.playbook, 'priorities', row.priority)} level={priorityLevel(playbook, row.priority)} />
  );
}

export function TicketStage({ row }: { row: Pick<TicketRow, 'playbook' | 'stage' | 'status'> }): ReactNode {
  const name = usePlaybookNames();
  return <StageTag label={name(row.playbook, 'stages', row.stage)} status={row.status} />;
}
