import { Refusal } from '../refusal.ts';
import { whyNot } from './actions.ts';
import { attach, type Upload } from './attach.ts';
import type { TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { commandHappenings } from './decide-command.ts';
import { formHappenings } from './decide-form.ts';
import { autoAdvance } from './decide-stage.ts';
import { type Decision, Draft, notBefore } from './draft.ts';
import type { TicketState } from './state.ts';
import { tick } from './tick.ts';
import { checkExplained } from './words.ts';

/**
 * What a command brings about: first what the passing of time owes (warnings, breaches), then the command itself, then
 * stages without a form that are complete. `uploads` are files that come with it. Throws a Refusal when it may not or cannot be done;
 * nothing has happened then.
 */
export function decide(
  given: DecisionContext,
  state: TicketState,
  command: TicketCommand,
  uploads: readonly Upload[] = [],
): Decision {
  const context = notBefore(given, state);
  const draft = new Draft(context, state);
  tick(context, draft, context.now);
  if (command.do === 'submit-form') context.playbook.form(command.form);
  if (command.do === 'extend') context.playbook.clock(command.clock);
  const why = whyNot(context, draft.state, command.do, context.actor, command);
  if (why !== null)
    throw new Refusal(why, '', { command: command.do, stage: draft.state.stage, status: draft.state.status });
  checkExplained(context, command);
  if (command.do === 'submit-form') formHappenings(context, draft, command);
  else commandHappenings(context, draft, command);
  attach(context, draft, command, uploads);
  autoAdvance(context, draft);
  return draft.decision();
}

/** What time alone brings; no events when nothing is owed. */
export function decideTick(given: DecisionContext, state: TicketState): Decision {
  const context = notBefore(given, state);
  const draft = new Draft(context, state);
  tick(context, draft, context.now);
  return draft.decision();
}
