import { coordinationMakers } from '../coordination/decide.ts';
import { Refusal } from '../refusal.ts';
import { checkFuture, checkPast } from './check-time.ts';
import type { CommandName, TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { customerMakers } from './decide-customer.ts';
import { handOffMakers } from './decide-handoff.ts';
import { reopen, waitOver } from './decide-stage.ts';
import type { Draft } from './draft.ts';
import { extendableRun } from './extension.ts';
import { incidentOver } from './incident-over.ts';
import type { Makers } from './makers.ts';

type Other =
  | 'record-progress'
  | 'add-note'
  | 'attach'
  | 'start-wait'
  | 'end-wait'
  | 'extend'
  | 'reopen'
  | 'escalate'
  | 'dismiss'
  | 'link-incident'
  | 'unlink-incident'
  | 'cite-case';

const otherMakers: Makers<Other> = {
  'record-progress': (context, draft, { done, customerWords, nextStep, from, to }) => {
    checkPast(context, from, 'from');
    checkPast(context, to, 'to');
    if (from !== null && to !== null && to < from) throw new Refusal('progress.span-inverted', 'to');
    const data = { stage: draft.state.stage, from, to };
    draft.add([{ type: 'progress.recorded', data, text: { done, customerWords, nextStep } }]);
  },
  'add-note': (_, draft, { note }) => draft.add([{ type: 'note.added', data: {}, text: { note } }]),
  // The files themselves follow whatever they came with, here nothing.
  attach: () => {},
  'start-wait': (context, draft, { for: reason, until, reason: words }) => {
    // The customer is told by when, and no promise stands still for ever.
    if (reason === 'customer' && until === null) throw new Refusal('wait.until-missing', 'until');
    checkFuture(context, until, 'until');
    draft.add([{ type: 'wait.started', data: { for: reason, until }, text: { reason: words } }]);
  },
  'end-wait': (_, draft) => draft.add(waitOver(draft.state)),
  extend: (context, draft, { clock, subject, due, reason }) => {
    const run = extendableRun(context, draft.state, clock, subject);
    if (due <= context.now || (run.due !== null && due <= run.due)) {
      throw new Refusal('clock.extension-not-later', 'due', { clock, due: run.due });
    }
    draft.add([{ type: 'clock.extended', data: { clock, cycle: run.cycle, due }, text: { reason } }]);
  },
  reopen: (context, draft, { reason }) => reopen(context, draft, 'manual', reason),
  escalate: (_, draft, { reason }) => {
    const level = draft.state.escalation + 1;
    draft.add([
      { type: 'ticket.escalated', data: { level, to: 'supervisor', cause: 'manual', clock: null }, text: { reason } },
    ]);
  },
  dismiss: (_, draft, { reason, duplicateOf, note }) => {
    if (reason === 'duplicate' && !duplicateOf) throw new Refusal('ticket.duplicate-of-missing', 'duplicateOf');
    if (duplicateOf === draft.state.number) throw new Refusal('ticket.duplicate-of-itself', 'duplicateOf');
    draft.add([
      ...waitOver(draft.state),
      { type: 'ticket.dismissed', data: { reason, duplicateOf: duplicateOf || null }, text: { note } },
      { type: 'ticket.closed', data: {}, text: null },
    ]);
  },
  'link-incident': (_, draft, { incident, number }) =>
    draft.add([{ type: 'incident.linked', data: { incident, number }, text: null }]),
  'unlink-incident': (_, draft, { note }) => draft.add(incidentOver(draft.state, 'removed', note)),
  'cite-case': ({ isErased }, draft, { caseId, caseVersion: version, title }) => {
    // Once is enough: pressing it again says nothing new.
    if (draft.state.citedCases.some((one) => one.id === caseId && one.version === version)) return;
    draft.add([{ type: 'case.cited', data: { caseId, version }, text: { title: isErased ? '' : title } }]);
  },
};

const makers: Makers<Exclude<CommandName, 'submit-form'>> = {
  ...handOffMakers,
  ...customerMakers,
  ...otherMakers,
  ...coordinationMakers,
};

export function commandHappenings(
  context: DecisionContext,
  draft: Draft,
  command: Exclude<TicketCommand, { do: 'submit-form' }>,
): void {
  const make = makers[command.do] as (context: DecisionContext, draft: Draft, command: TicketCommand) => void;
  make(context, draft, command);
}
