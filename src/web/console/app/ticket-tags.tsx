import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { usePlaybookNames } from '../../api/playbook-names.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { PriorityTag, StageTag } from '../../ui/tags.tsx';

/** A ticket's priority and stage, named by its playbook. */
export function TicketPriority({ row }: { row: Pick<TicketRow, 'playbook' | 'priority' | 'isGreenLane'> }): ReactNode {
  const priorities = usePlaybooks().get(row.playbook)?.priorities ?? [];
  const name = usePlaybookNames();
  const rank = priorities.findIndex((one) => one.id === row.priority);
  return (
    <PriorityTag
      label={name(row.playbook, 'priorities', row.priority)}
      rank={rank === -1 ? priorities.length : rank}
      isGreenLane={row.isGreenLane}
    />
  );
}

export function TicketStage({ row }: { row: Pick<TicketRow, 'playbook' | 'stage' | 'status'> }): ReactNode {
  const name = usePlaybookNames();
  return <StageTag label={name(row.playbook, 'stages', row.stage)} status={row.status} />;
}
