import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decide } from '../../src/domain/ticket/decide.ts';
import type { Context } from '../../src/server/context.ts';
import { contextOf, type Engine, tokensAdded } from '../../src/server/features/tickets/engine.ts';
import { registerTicket } from '../../src/server/features/tickets/register-ticket.ts';
import type { CustomerRow } from '../../src/server/features/tickets/store-load.ts';
import type { TicketWrite } from '../../src/server/features/tickets/store-write.ts';
import { benchPlaybookId } from './playbook.ts';
import { createLanguage, seededRandom } from './search-language.ts';

/** What the engine writes for the n-th ticket: 400 characters by one of many customers, a fifth of all open, half of those handed off. */
const hourMs = 3_600_000;
const departments = ['product', 'technology', 'customer-service', 'logistics', 'after-sales'];
const priorities = ['urgent', 'important', 'normal', 'normal', 'normal', 'normal'];
const actor: Actor = { kind: 'program', id: 1, roles: ['agent', 'supervisor'], departments: [] };
/** Numbers of the same day that the server gives out itself start at 1. */
const firstNumber = 5_000_000;
const keptCustomers = 1_000;

export async function createMaker(context: Context, there: number, isLate: boolean) {
  const { pool, clock, engine: live } = context;
  const { rows } = await pool.query<{ most: number | null }>('select max(id) as most from customer');
  const language = createLanguage(400);
  const random = seededRandom(there + 1);
  const customers: CustomerRow[] = [];
  let customerId = rows[0]?.most ?? 0;
  let now = clock.now();
  let number = firstNumber + there;
  let written: TicketWrite | null = null;
  const engine: Engine = {
    ...live,
    clock: { now: () => now },
    live: { tell: () => {}, close: async () => {} } as unknown as Engine['live'],
    registrar: {
      nextTicketId: live.registrar.nextTicketId,
      begin: async () => {
        number++;
        // A third come from somebody who has been heard of.
        const known = random() < 0.33 ? customers[Math.floor(random() * customers.length)] : undefined;
        return { numberValue: number, customer: known ?? null, newCustomerId: ++customerId, repeated: null };
      },
      insert: async (write) => {
        written = write;
      },
    },
  };

  return async (n: number): Promise<TicketWrite> => {
    const isOpen = isLate || n % 5 === 0;
    const [told, ...later] = momentsOf(clock.now(), isOpen, isLate, random);
    now = told ?? now;
    const answers = {
      'customer-name': '测试客户',
      'customer-contact': `13${String(n).padStart(9, '0')}`,
      channel: 'email',
      phenomenon: language.text(n).slice(0, 400),
    };
    const { loaded } = await registerTicket(engine, actor, { playbook: benchPlaybookId, answers });
    if (!loaded || !written) throw new Error('the engine registered nothing');
    if (written.newCustomer) customers[n % keptCustomers] = loaded.customer;
    const commands = isOpen ? (random() < 0.5 ? handOff(random) : []) : [dismissal];
    return commands.reduce((write, command, at) => after(engine, write, command, later[at] ?? now), written);
  };
}

/** When it was told, and what happened then: closed ones over the last year, open ones just now, late ones four days ago. */
function momentsOf(now: number, isOpen: boolean, isLate: boolean, random: () => number): number[] {
  const ageMs = isLate ? 96 * hourMs : isOpen ? 60_000 : (24 + random() * 8_000) * hourMs;
  const told = Math.round(now - ageMs);
  return [told, told + 1_000, told + 2_000];
}

const dismissal: TicketCommand = { do: 'dismiss', reason: 'withdrawn', duplicateOf: null, note: '客户撤回' };

function handOff(random: () => number): TicketCommand[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const owner = null;
  return [
    { do: 'classify', category: 'logistics', priority: pick(priorities), reason: '影响使用' },
    { do: 'hand-off', department: pick(departments), owner, collaborators: [], deadline: null, requirement: '请核实' },
  ];
}

/** The same write, with what one more command brings about. */
function after(engine: Engine, write: TicketWrite, command: TicketCommand, now: number): TicketWrite {
  const context = { ...contextOf(engine, write.after), directory: engine.directory, actor, now };
  const { events, state } = decide(context, write.after, command);
  const tokens = new Set([...(write.tokens ?? []), ...(tokensAdded(engine, state.id, events) ?? [])]);
  return { ...write, after: state, events: [...write.events, ...events], tokens: [...tokens] };
}
