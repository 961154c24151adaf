import type { MeView } from '../../../../contract/organisation.ts';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import { holdsRole } from '../../../../domain/access/ticket-rules.ts';
import type { PlaybookStage } from '../../../../domain/playbook/schema.ts';

/** Is this stage mine to do? The engine's own rule of who holds a role towards a ticket. */
export function isMyStage(
  stage: PlaybookStage,
  detail: Pick<TicketDetail, 'department' | 'owner' | 'registeredBy'>,
  me: Pick<MeView, 'id' | 'roles' | 'departments'>,
): boolean {
  const actor = { kind: 'staff' as const, id: me.id, roles: me.roles, departments: me.departments };
  return stage.who.some((role) => holdsRole(actor, detail, role));
}
