import type { z } from 'zod';
import { type actionBodies, actionBodies as bodies } from '../../../contract/ticket.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import { InvalidInput } from '../../http/validation.ts';

type ActionName = keyof typeof actionBodies;

/** Fields of commands that travel as ISO 8601 and are decided on as epoch ms. */
const instants = new Set(['deadline', 'eta', 'until', 'due', 'from', 'to']);

/** Reads an action's body by its own schema. Problems name their fields as the other bodies' do. */
export function commandOf(action: ActionName, body: unknown): { version: number; command: TicketCommand } {
  const parsed = (bodies[action] as z.ZodType<{ version: number }>).safeParse(body, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  const { version, ...rest } = parsed.data;
  const fields = Object.entries(rest).map(([name, value]) => [
    name,
    instants.has(name) && typeof value === 'string' ? Date.parse(value) : value,
  ]);
  return { version, command: { do: action, ...Object.fromEntries(fields) } as TicketCommand };
}
