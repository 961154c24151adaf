import type { StaffRole } from '../playbook/schema-parts.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';
import { readScope } from './ticket-rules.ts';

/**
 * Who may do what with incidents. What they say is public; who may see the tickets of one is the tickets' own rule, and a department
 * sees the incidents that its tickets are part of.
 */
export type IncidentAction = 'open' | 'update' | 'link' | 'unlink' | 'close';

const rules: Record<IncidentAction, readonly StaffRole[]> = {
  open: ['supervisor', 'manager'],
  update: ['agent', 'supervisor', 'manager'],
  link: ['agent', 'supervisor', 'manager'],
  unlink: ['agent', 'supervisor', 'manager'],
  close: ['supervisor', 'manager'],
};

/** An administrator may do what a supervisor may. */
export function mayWithIncidents(actor: Actor, action: IncidentAction): boolean {
  if (actor.kind === 'system') return true;
  const held = rolesOf(actor);
  return held.some((role) => rules[action].includes(role === 'admin' ? 'supervisor' : role));
}

/** `concerned`: only those that a ticket which this actor may read is part of. */
export function incidentsReadBy(actor: Actor): 'all' | 'concerned' | 'none' {
  const scope = readScope(actor);
  return scope.kind === 'departments' ? 'concerned' : scope.kind;
}
