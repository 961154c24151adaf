import type { z } from 'zod';
import { type actionBodies, actionBodies as bodies } from '../../../contract/ticket-actions.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import { InvalidInput } from '../../http/validation.ts';

type ActionName = keyof typeof actionBodies;

/** Fields of commands that travel as ISO 8601 and are decided on as epoch ms. */
const instants = new Set([
  'deadline',
  'eta',
  'until',
  'due',
  'from',
  'to',
  'at',
  'wantedBy',
  'expected',
  'date',
  'when',
]);

/** Reads an action's body by its own schema. Problems name their fields as the other bodies' do. */
export function commandOf(
  action: ActionName,
  body: unknown,
): { version: number; attachments: number[]; command: TicketCommand } {
  const parsed = (bodies[action] as z.ZodType<{ version: number; attachments: number[] }>).safeParse(body, {
    reportInput: true,
  });
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  const { version, attachments, ...rest } = parsed.data;
  return { version, attachments, command: { do: action, ...withInstants(rest) } as TicketCommand };
}

function withInstants(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, read(name, value)]));
}

/** Instants may stand within the items of a list, as in a meeting's action items. */
function read(name: string, value: unknown): unknown {
  if (typeof value === 'string') return instants.has(name) ? Date.parse(value) : value;
  if (!Array.isArray(value)) return value;
  return value.map((one) => (typeof one === 'object' && one !== null ? withInstants(one) : one));
}
