import { holdsRole, mayCommand } from '../access/ticket-rules.ts';
import type { Actor } from './actor.ts';
import type { CommandName, TicketCommand } from './commands.ts';
import type { TicketContext } from './context.ts';
import { whyNotExtendAny } from './extension.ts';
import type { TicketFacts } from './state.ts';

/** What may be done with a ticket next, and why the rest may not. One rule for the decision and for the buttons. */

const commandNames: readonly CommandName[] = [
  'submit-form',
  'classify',
  'hand-off',
  'accept',
  'bounce',
  'record-progress',
  'inform-customer',
  'record-reply',
  'chase',
  'add-note',
  'start-wait',
  'end-wait',
  'extend',
  'rate',
  'reopen',
  'escalate',
  'dismiss',
];

export type AvailableAction = { do: CommandName; isAllowed: boolean; why?: string };

export function availableActions(
  context: TicketContext & { now: number },
  facts: TicketFacts,
  actor: Actor,
): AvailableAction[] {
  return commandNames.map((name) => {
    const why = whyNot(context, facts, name, actor);
    return why === null ? { do: name, isAllowed: true } : { do: name, isAllowed: false, why };
  });
}

/** Commands that a closed ticket still takes. */
const afterClosing: ReadonlySet<CommandName> = new Set([
  'add-note',
  'reopen',
  'rate',
  'inform-customer',
  'record-reply',
]);

/** The refusal code that this command would meet, as far as it can be told without its content; null when it may be given. */
export function whyNot(
  context: TicketContext & { now: number },
  facts: TicketFacts,
  name: CommandName,
  actor: Actor,
  command?: TicketCommand,
): string | null {
  if (name === 'extend') return facts.status === 'closed' ? 'ticket.closed' : whyNotExtendAny(context, facts, actor);
  const isStageForm = name === 'submit-form' && maySubmit(context, facts, actor, command);
  if (!isStageForm && !mayCommand(actor, facts, name)) return 'auth.forbidden';
  if (facts.status === 'closed' && !afterClosing.has(name)) return 'ticket.closed';
  return stateReason(context, facts, name);
}

function maySubmit({ playbook }: TicketContext, facts: TicketFacts, actor: Actor, command?: TicketCommand): boolean {
  const form = command?.do === 'submit-form' ? command.form : playbook.stage(facts.stage).form;
  const stage = playbook.source.stages.find((one) => one.form === form);
  return stage?.who.some((role) => holdsRole(actor, facts, role)) ?? false;
}

function stateReason({ playbook }: TicketContext, facts: TicketFacts, name: CommandName): string | null {
  switch (name) {
    case 'submit-form':
      return playbook.stage(facts.stage).form === undefined ? 'form.none-now' : null;
    case 'accept':
      if (facts.department === null) return 'handoff.none';
      return facts.isAccepted ? 'handoff.already-accepted' : null;
    case 'bounce':
      if (facts.department === null) return 'handoff.none';
      return facts.status === 'resolved' ? 'ticket.resolved' : null;
    case 'start-wait':
      return facts.wait ? 'wait.already' : null;
    case 'end-wait':
      return facts.wait ? null : 'wait.none';
    case 'rate':
      return whyNotRate(playbook.stage(facts.stage).gates.includes('called-back'), facts);
    case 'reopen':
      return facts.status === 'closed' || facts.status === 'resolved' ? null : 'ticket.still-open';
    default:
      return null;
  }
}

function whyNotRate(isAsked: boolean, facts: TicketFacts): string | null {
  if (facts.dismissed !== null) return 'ticket.closed';
  if (facts.rating !== null) return 'callback.already-made';
  return isAsked || facts.status === 'resolved' || facts.status === 'closed' ? null : 'callback.too-early';
}
