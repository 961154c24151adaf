import { holdsRole, mayCommand } from '../access/ticket-rules.ts';
import { customerParty } from '../coordination/state.ts';
import { isUsed } from '../coordination/uses.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookStage } from '../playbook/schema.ts';
import type { Binding } from '../playbook/schema-form.ts';
import type { Actor } from './actor.ts';
import { type CommandName, type TicketCommand, type TicketCommandName, ticketCommands } from './commands.ts';
import type { TicketContext } from './context.ts';
import { whyNotExtendAny } from './extension.ts';
import { openGates } from './gates.ts';
import { placeOf, stagesThatBind } from './stage-order.ts';
import type { TicketFacts } from './state.ts';
import { whyNoWords } from './words.ts';

/** What may be done with a ticket next, and why the rest may not. One rule for the decision and for the buttons. */

export type AvailableAction = { do: TicketCommandName; isAllowed: boolean; why?: string };
type Now = TicketContext & { now: number; isErased?: boolean };

export function availableActions(context: Now, facts: TicketFacts, actor: Actor): AvailableAction[] {
  const known = ticketCommands.filter((name) => isUsed(context.playbook, name));
  return known.map((name) => {
    const why = whyNot(context, facts, name, actor);
    return why === null ? { do: name, isAllowed: true } : { do: name, isAllowed: false, why };
  });
}

/** Commands that a closed ticket still takes. */
const afterClosing: ReadonlySet<CommandName> = new Set([
  'add-note',
  'attach',
  'reopen',
  'rate',
  'inform-customer',
  'record-reply',
]);

/** The refusal code that this command would meet, as far as it can be told without its content; null when it may be given. */
export function whyNot(
  context: Now,
  facts: TicketFacts,
  name: CommandName,
  actor: Actor,
  command?: TicketCommand,
): string | null {
  if (!isUsed(context.playbook, name)) return 'coordination.not-used';
  if (name === 'extend') return whyNotExtendAny(context, facts, actor);
  if (!mayCommand(actor, facts, name) && !isOfTheirStage(context, facts, name, actor, command)) return 'auth.forbidden';
  if (facesCustomer(name, command) && !mayFaceCustomer(context, facts, actor)) return 'customer.interface-only';
  if (facts.status === 'closed' && !afterClosing.has(name)) return 'ticket.closed';
  if (name === 'submit-form' && command?.do === 'submit-form') return null;
  if (name === 'chase' && actor.kind === 'customer' && isJustChased(context, facts)) return 'chase.too-soon';
  return stateReason(context, facts, name) ?? whyNoWords(context, name);
}

/** What the customer hears and is asked, and their word on a solution. */
function facesCustomer(name: CommandName, command?: TicketCommand): boolean {
  if (command?.do === 'answer-solution') return command.party === customerParty;
  return name === 'inform-customer' || name === 'circulate-solution' || name === 'rate';
}

/** Where the procedure has a single interface everybody else speaks to the customer through it. */
export function mayFaceCustomer({ playbook }: TicketContext, facts: TicketFacts, actor: Actor): boolean {
  if (!playbook.source.singleInterface || actor.kind === 'customer' || actor.kind === 'party') return true;
  return holdsRole(actor, facts, 'interface') || holdsRole(actor, facts, 'supervisor');
}

/** Once heard is enough: the customer may ask again after an hour, or once the team has spoken. */
const chaseEveryMs = 3_600_000;

function isJustChased({ now }: Now, { chasedAt, lastInformedAt }: TicketFacts): boolean {
  if (chasedAt === null || now - chasedAt >= chaseEveryMs) return false;
  return lastInformedAt === null || lastInformedAt < chasedAt;
}

/** What these say by themselves is otherwise said by a form: whoever's stage that is may say it. */
const saidBy: Partial<Record<CommandName, readonly Binding[]>> = {
  classify: ['category', 'priority'],
  'hand-off': ['department'],
};

function isOfTheirStage(
  { playbook }: TicketContext,
  facts: TicketFacts,
  name: CommandName,
  actor: Actor,
  command?: TicketCommand,
): boolean {
  const here = playbook.stage(facts.stage);
  const form = command?.do === 'submit-form' ? command.form : here.form;
  const ofForm = form === undefined ? [here] : playbook.source.stages.filter((stage) => stage.form === form);
  const stages = name === 'submit-form' ? ofForm : stagesThatSay(playbook, saidBy[name] ?? []);
  return stages.some((stage) => stage.who.some((role) => holdsRole(actor, facts, role)));
}

/** Where no form says it, whoever registers tickets may. */
function stagesThatSay(playbook: CompiledPlaybook, bindings: readonly Binding[]): PlaybookStage[] {
  if (bindings.length === 0) return [];
  const stages = bindings.flatMap((binding) => stagesThatBind(playbook, binding));
  return stages.length > 0 ? stages : [playbook.firstStage];
}

function stateReason({ playbook }: TicketContext, facts: TicketFacts, name: CommandName): string | null {
  switch (name) {
    case 'submit-form':
      return playbook.stage(facts.stage).form === undefined ? 'form.none-now' : null;
    case 'hand-off':
      return waitsForForm(playbook, facts) ? 'handoff.template-first' : null;
    case 'accept':
      if (!facts.isHandedOff) return 'handoff.none';
      return facts.isAccepted ? 'handoff.already-accepted' : null;
    case 'bounce':
      if (!facts.isHandedOff) return 'handoff.none';
      return facts.status === 'resolved' ? 'ticket.resolved' : null;
    case 'decline':
      if (!facts.isHandedOff) return 'handoff.none';
      return facts.status === 'resolved' ? 'ticket.resolved' : null;
    case 'settle-date':
      return facts.counterDate === null ? 'handoff.no-counter' : null;
    case 'report-obstacle':
      return facts.isHandedOff ? null : 'handoff.none';
    case 'circulate-solution':
    case 'call-meeting':
    case 'send-letter':
      return facts.status === 'resolved' ? 'ticket.resolved' : null;
    case 'start-wait':
      return facts.wait ? 'wait.already' : null;
    case 'end-wait':
      return facts.wait ? null : 'wait.none';
    case 'link-incident':
      return facts.incident ? 'incident.already-linked' : null;
    case 'unlink-incident':
      return facts.incident ? null : 'incident.not-linked';
    case 'rate':
      return whyNotRate(playbook, facts);
    case 'reopen':
      return facts.status === 'closed' || facts.status === 'resolved' ? null : 'ticket.still-open';
    default:
      return null;
  }
}

/** Where a template has to be complete first, nothing is handed off around it; afterwards it may go on to another department. */
function waitsForForm(playbook: CompiledPlaybook, { stage }: TicketFacts): boolean {
  const here = placeOf(playbook, stage);
  return stagesThatBind(playbook, 'department').some(
    ({ id, onlyByForm }) => onlyByForm === true && placeOf(playbook, id) >= here,
  );
}

/** Once in each cycle, when the stage asks for it or all is done, and not before the result was told. */
function whyNotRate(playbook: CompiledPlaybook, facts: TicketFacts): string | null {
  if (facts.dismissed !== null) return 'ticket.closed';
  if (facts.rating !== null) return 'callback.already-made';
  const stage = playbook.stage(facts.stage);
  const isDone = facts.status === 'resolved' || facts.status === 'closed' || stage.gates.includes('called-back');
  return isDone && !openGates(playbook, stage, facts).includes('told-result') ? null : 'callback.too-early';
}
