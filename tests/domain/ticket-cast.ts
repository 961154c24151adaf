import { expect } from 'vitest';
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { type CompiledPlaybook, compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { availableActions } from '../../src/domain/ticket/actions.ts';
import type { Actor } from '../../src/domain/ticket/actor.ts';
import { wakeAt } from '../../src/domain/ticket/clock-due.ts';
import type { CommandName, TakenOver, TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { DecisionContext, Directory, StaffEntry, TicketContext } from '../../src/domain/ticket/context.ts';
import { decide, decideTick } from '../../src/domain/ticket/decide.ts';
import type { Decision } from '../../src/domain/ticket/draft.ts';
import type { Answers, EventOf, EventType, TicketEvent } from '../../src/domain/ticket/events.ts';
import { evolve } from '../../src/domain/ticket/evolve.ts';
import { decideRegistration } from '../../src/domain/ticket/register.ts';
import type { ClockRun, TicketState } from '../../src/domain/ticket/state.ts';
import { playbookOf, type ShippedId } from './playbook-documents.ts';

/** The people and the telling of stories about one ticket, on the playbooks that ship and with a time that only the story moves. */

const entry = (
  id: number,
  name: string,
  roles: StaffEntry['roles'],
  departments: readonly string[],
  supervisor: number | null,
): StaffEntry => ({ id, name, roles, departments, supervisor, isActive: true });

const technical = ['technology', 'technical-support'];
export const staff = {
  agent: entry(1, '陈客服', ['agent'], ['customer-service'], 3),
  otherAgent: entry(2, '林客服', ['agent'], ['customer-service', 'complaints'], 3),
  supervisor: entry(3, '周主管', ['supervisor'], ['customer-service'], 9),
  specialist: entry(4, '李工', ['specialist'], technical, 3),
  colleague: entry(5, '郑工', ['specialist'], technical, 3),
  contact: entry(6, '赵联系', ['contact'], technical, 3),
  logistics: entry(7, '孙运', ['specialist'], ['logistics'], 3),
  product: entry(8, '何产品', ['specialist'], ['product'], 3),
  manager: entry(9, '钱经理', ['manager'], [], null),
  quality: entry(10, '冯质检', ['quality'], [], 9),
  admin: entry(11, '吴管理', ['admin'], [], null),
  afterSales: entry(13, '郭售后', ['specialist'], ['after-sales', 'operations', 'marketing', 'research'], 3),
  gone: { ...entry(12, '离职者', ['specialist'], technical, 3), isActive: false },
} as const satisfies Record<string, StaffEntry>;
export type Part = keyof typeof staff;

const everybody: StaffEntry[] = Object.values(staff);
const departments = ['product', 'technology', 'customer-service', 'logistics', 'after-sales'];
const toolkitDepartments = ['complaints', 'technical-support', 'operations'];
const otherDepartments = ['service-management', 'compliance', 'service-quality', 'business', 'marketing', 'research'];
const contacts = new Map(technical.map((code) => [code, staff.contact.id]));
const active = everybody.filter((one) => one.isActive);

export const directory: Directory = {
  staff: (id) => everybody.find((one) => one.id === id) ?? null,
  department: (code) =>
    [...departments, ...toolkitDepartments, ...otherDepartments, 'closed-down'].includes(code)
      ? { code, contact: contacts.get(code) ?? null, isActive: code !== 'closed-down' }
      : null,
  staffOf: (code) => active.filter((one) => one.departments.includes(code)).map((one) => one.id),
  withRole: (role) => active.filter((one) => one.roles.includes(role)).map((one) => one.id),
};

export const customerId = 77;
export type Who = Part | 'customer' | 'stranger' | 'program' | 'system';

export function actorOf(who: Who): Actor {
  switch (who) {
    case 'system':
      return { kind: 'system' };
    case 'customer':
      return { kind: 'customer', id: customerId };
    case 'stranger':
      return { kind: 'customer', id: customerId + 1 };
    case 'program':
      return { kind: 'program', id: 1, roles: ['agent'], departments: [] };
    default: {
      const { id, roles, departments } = staff[who];
      return { kind: 'staff', id, roles, departments };
    }
  }
}

const playbooks = new Map<ShippedId, CompiledPlaybook>();

export function compiledOf(id: ShippedId): CompiledPlaybook {
  const known = playbooks.get(id) ?? compilePlaybook(playbookOf(id));
  playbooks.set(id, known);
  return known;
}

export const at = (local: string) => Date.parse(`${local}${local.length === 16 ? ':00' : ''}+08:00`);
/** The start of every story: a Monday morning. */
export const monday = at('2026-03-02T09:00');
const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function span(text: string): number {
  return text
    .split(' ')
    .map((part) => Number(part.slice(0, -1)) * units[part.slice(-1) as keyof typeof units])
    .reduce((sum, one) => sum + one, 0);
}

export const calendar = compileCalendar(builtinCalendars.cn);
export const versions = (playbook: CompiledPlaybook) => ({
  playbook: { id: playbook.source.id, version: playbook.source.version },
  calendar: { id: 'cn', version: 1 },
});

export function fold(context: TicketContext, events: readonly TicketEvent[]): TicketState {
  const state = events.reduce<TicketState | null>((before, event) => evolve(context, before, event), null);
  if (!state) throw new Error('no events');
  return state;
}

export const roundTrip = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class Story {
  readonly playbook: CompiledPlaybook;
  now = monday;
  readonly events: TicketEvent[] = [];
  #state: TicketState | null = null;
  #isErased = false;

  constructor(playbook: ShippedId | CompiledPlaybook) {
    this.playbook = typeof playbook === 'string' ? compiledOf(playbook) : playbook;
  }

  get state(): TicketState {
    if (!this.#state) throw new Error('nothing is registered yet');
    return this.#state;
  }

  context(who: Who = 'system'): DecisionContext {
    return { playbook: this.playbook, calendar, directory, actor: actorOf(who), now: this.now };
  }

  register(
    who: Who,
    answers: Answers,
    { receivedAt = this.now, takenOver }: { receivedAt?: number; takenOver?: TakenOver } = {},
  ): this {
    const said = {
      number: 'T1',
      customerId,
      channel: String(answers.channel ?? this.playbook.source.channels[0]?.id),
      receivedAt,
      answers,
      takenOver,
    };
    this.#keep(decideRegistration(this.context(who), versions(this.playbook), said));
    return this;
  }

  /** What happened by this command; the events folded anew give the very same ticket. */
  do(who: Who, command: TicketCommand): TicketEvent[] {
    return this.#keep(decide(this.context(who), this.state, command));
  }

  /** What something else than a command brings about. */
  undergo(decideOn: (context: DecisionContext, state: TicketState) => Decision): TicketEvent[] {
    return this.#keep(decideOn(this.context(), this.state));
  }

  submit(who: Who, form: string, answers: Answers): TicketEvent[] {
    return this.do(who, { do: 'submit-form', form, answers });
  }

  /** The code (and the field, where there is one) of the refusal; nothing has changed by it. */
  refusal(who: Who, command: TicketCommand): string {
    const before = roundTrip(this.state);
    try {
      decide(this.context(who), this.state, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(this.state).toEqual(before);
      return error.field === '' ? error.code : `${error.code} ${error.field}`;
    }
    return 'done';
  }

  refusedForm(who: Who, form: string, answers: Answers): string {
    return this.refusal(who, { do: 'submit-form', form, answers });
  }

  pass(time: string): this {
    this.now += span(time);
    return this;
  }

  passTo(local: string): this {
    this.now = at(local);
    return this;
  }

  /** The customer's key is deleted: what was said cannot be read any more, and nothing that is said from now on is kept. */
  erase(): this {
    this.#isErased = true;
    this.events.splice(0, this.events.length, ...this.events.map((event) => ({ ...event, text: null }) as TicketEvent));
    this.#state = { ...this.state, text: null };
    return this;
  }

  /** Looks at the clocks now, as the worker would. */
  tick(): TicketEvent[] {
    const said = this.#keep(decideTick(this.context(), this.state));
    for (const run of this.state.clocks)
      expect(wakeAt(this.context(), run) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(this.now);
    return said;
  }

  /** Lets the time pass as it does in service: looked at whenever something falls due. */
  live(time: string): TicketEvent[] {
    const end = this.now + span(time);
    const said: TicketEvent[] = [];
    for (let next = this.#nextWake(); next <= end; next = this.#nextWake()) {
      this.now = Math.max(this.now, next);
      said.push(...this.tick());
    }
    this.now = end;
    return said;
  }

  run(clock: string): ClockRun {
    const run = this.state.clocks.findLast((one) => one.clock === clock);
    if (!run) throw new Error(`${clock} has not started`);
    return run;
  }

  runs(clock: string): ClockRun[] {
    return this.state.clocks.filter((one) => one.clock === clock);
  }

  of<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** What the buttons say of one command: `allowed`, or why not. */
  button(who: Who, name: CommandName): string {
    const found = availableActions(this.context(who), this.state, actorOf(who)).find((one) => one.do === name);
    return found?.isAllowed ? 'allowed' : (found?.why ?? 'none');
  }

  #nextWake(): number {
    return Math.min(...this.state.clocks.map((run) => wakeAt(this.context(), run) ?? Number.POSITIVE_INFINITY));
  }

  #keep({ events, state }: Decision): TicketEvent[] {
    this.events.push(...(this.#isErased ? events.map((event) => ({ ...event, text: null }) as TicketEvent) : events));
    this.#state = state;
    expect(fold(this.context(), roundTrip(this.events))).toEqual(state);
    expect(roundTrip(state)).toEqual(state);
    return events;
  }
}

export const types = (events: readonly TicketEvent[]) => events.map((event) => event.type);
export const dueIn = (run: ClockRun, from = monday) => (run.due === null ? null : (run.due - from) / units.h);
