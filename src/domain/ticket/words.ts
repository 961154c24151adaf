import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookForm } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import type { CommandName, TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import type { Answers, TicketEvent } from './events.ts';

/**
 * What is said of a customer is kept under the customer's key. Once the customer is erased there is no key: words are refused, so that
 * nobody believes they were kept, and what else cannot do without them goes on without.
 */

type Erasable = Pick<DecisionContext, 'isErased'>;

/** Commands that say something and nothing else. */
const onlyWords: ReadonlySet<CommandName> = new Set([
  'record-progress',
  'inform-customer',
  'record-reply',
  'add-note',
] as const);

/** The refusal code that a command meets for being nothing but words. */
export function whyNoWords({ isErased }: Erasable, command: CommandName): string | null {
  return isErased && onlyWords.has(command) ? 'customer.words-not-kept' : null;
}

/** @throws Refusal ticket.words-missing where a command has to be explained, which only that of an erased customer's ticket need not */
export function checkExplained({ isErased }: Erasable, command: TicketCommand): void {
  const explanation = explanationOf(command);
  if (isErased || explanation === null || explanation.said.trim() !== '') return;
  throw new Refusal('ticket.words-missing', explanation.field, { command: command.do });
}

function explanationOf(command: TicketCommand): { field: string; said: string } | null {
  switch (command.do) {
    case 'classify':
    case 'extend':
    case 'reopen':
    case 'escalate':
    case 'start-wait':
    case 'decline':
    case 'decline-task':
    case 'overrule-solution':
      return { field: 'reason', said: command.reason };
    case 'bounce':
    case 'dismiss':
      return { field: 'note', said: command.note };
    case 'report-obstacle':
      return { field: 'obstacle', said: command.obstacle };
    default:
      return null;
  }
}

/** The fields of a form that can be kept. @throws Refusal customer.words-not-kept where others are answered */
export function fieldsKept(
  { isErased, playbook }: Erasable & { playbook: CompiledPlaybook },
  form: PlaybookForm,
  given: Answers,
): PlaybookForm {
  if (!isErased) return form;
  const answered = form.fields.find((field) => playbook.isPrivate(field) && isSaid(given[field.id]));
  if (answered) throw notKept(`answers.${answered.id}`);
  return { ...form, fields: form.fields.filter((field) => !playbook.isPrivate(field)) };
}

/** @throws Refusal customer.words-not-kept */
export function checkKept({ isErased }: Erasable, { text }: Pick<TicketEvent, 'text'>): void {
  if (!isErased || text === null) return;
  throw notKept(Object.entries(text).find(([, said]) => isSaid(said))?.[0] ?? '');
}

const notKept = (field: string) => new Refusal('customer.words-not-kept', field);

function isSaid(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return typeof value === 'object' && value !== null && Object.values(value).some(isSaid);
}
