import type { Role } from '../playbook/schema-parts.ts';
import type { Directory } from './context.ts';
import { actingRole } from './interface.ts';
import type { TicketFacts } from './state.ts';

/** Which people stand behind a role of a ticket. */
type Concerned = Pick<TicketFacts, 'owner' | 'department' | 'registeredBy'>;

/** The owner while active; a ticket whose owner has left belongs to its department again. */
export function owner(directory: Directory, state: Concerned): readonly number[] {
  if (state.owner === null || !directory.staff(state.owner)?.isActive) return contact(directory, state);
  return [state.owner];
}

/** Who takes in a department's work: its contact, or all of it where none is named. */
export function department(directory: Directory, code: string): readonly number[] {
  const named = directory.department(code)?.contact ?? null;
  return named !== null && directory.staff(named)?.isActive ? [named] : directory.staffOf(code);
}

export function contact(directory: Directory, state: Concerned): readonly number[] {
  return state.department === null ? [] : department(directory, state.department);
}

export function registrar({ registeredBy }: Concerned): readonly number[] {
  return registeredBy === null ? [] : [registeredBy];
}

/** Who answers for it at customer service: whoever registered it; of a portal request, or when they have left, the supervisors there. */
export function service(directory: Directory, state: Concerned): readonly number[] {
  const registered = registrar(state).filter((id) => directory.staff(id)?.isActive);
  return registered.length > 0 ? registered : supervisors(directory, { ...state, owner: null });
}

/** Owner, else department, else everybody whose stage it is: all agents where it is the interface's and nobody is that yet. */
export function responsible(directory: Directory, state: Concerned, stage: readonly Role[]): readonly number[] {
  const first = owner(directory, state);
  return first.length > 0 ? first : stage.flatMap((role) => resolveRole(directory, state, actingRole(role, state)));
}

/** The active people above the owner, nearest first; above whoever registered the ticket while nobody owns it. */
export function line(directory: Directory, { owner, registeredBy }: Concerned): number[] {
  const above: number[] = [];
  const start = directory.staff(owner ?? registeredBy ?? 0);
  for (let next = start?.supervisor ?? null; next !== null && !above.includes(next); ) {
    above.push(next);
    next = directory.staff(next)?.supervisor ?? null;
  }
  return above.filter((id) => directory.staff(id)?.isActive && id !== start?.id);
}

/** The nearest superior of whoever has the ticket; all supervisors where no reporting line is drawn. */
export function supervisors(directory: Directory, state: Concerned): readonly number[] {
  const [nearest] = line(directory, state);
  return nearest === undefined ? directory.withRole('supervisor') : [nearest];
}

export function resolveRole(directory: Directory, state: Concerned, role: Role): readonly number[] {
  switch (role) {
    case 'owner':
      return owner(directory, state);
    case 'interface':
      return registrar(state);
    case 'contact':
      return contact(directory, state);
    case 'supervisor':
      return supervisors(directory, state);
    default:
      return directory.withRole(role);
  }
}
