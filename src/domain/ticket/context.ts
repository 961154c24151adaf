import type { Calendar } from '../calendar/calendar.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { StaffRole } from '../playbook/schema-parts.ts';
import type { Actor } from './actor.ts';

export type StaffEntry = {
  id: number;
  name: string;
  roles: readonly StaffRole[];
  departments: readonly string[];
  supervisor: number | null;
  isActive: boolean;
};
export type DepartmentEntry = { code: string; contact: number | null; isActive: boolean };

/** Who works here, as the engine needs to know it. */
export type Directory = {
  staff(id: number): StaffEntry | null;
  department(code: string): DepartmentEntry | null;
  staffOf(department: string): readonly number[];
  withRole(role: StaffRole): readonly number[];
};

/** What folding events needs: the playbook version and the calendar version that the ticket is pinned to. */
export type TicketContext = { playbook: CompiledPlaybook; calendar: Calendar };

/** What a decision needs besides. `now` is epoch ms; `isErased`: the customer is, and nothing that is said can be kept. */
export type DecisionContext = TicketContext & { directory: Directory; actor: Actor; now: number; isErased?: boolean };
