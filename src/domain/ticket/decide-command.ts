import { Refusal } from '../refusal.ts';
import { isDimensions } from './answers.ts';
import { checkOwner, ratingHappening, withCopies } from './bindings.ts';
import { isRunOpen } from './clocks.ts';
import type { TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { reopen } from './decide-stage.ts';
import type { Draft } from './draft.ts';
import type { Happening } from './events.ts';
import { whyNotExtend } from './extension.ts';
import type { TicketState } from './state.ts';

type Command<Name extends TicketCommand['do']> = Extract<TicketCommand, { do: Name }>;
type Maker = {
  [N in Exclude<TicketCommand['do'], 'submit-form'>]: (
    context: DecisionContext,
    draft: Draft,
    command: Command<N>,
  ) => void;
};

/** What each command brings about, once it is known that it may be given at all. */
const makers: Maker = {
  classify: (context, draft, { category, priority, reason }) => {
    if (category === undefined && priority === undefined) throw new Refusal('ticket.classify-nothing', 'priority');
    if (category !== undefined) context.playbook.category(category);
    if (priority !== undefined) context.playbook.priority(priority);
    draft.add([
      { type: 'ticket.classified', data: { category: category ?? null, priority: priority ?? null }, text: { reason } },
    ]);
  },
  'hand-off': (context, draft, { department, owner, collaborators, deadline, requirement }) => {
    checkOwner(context.directory, department, owner, owner === null ? 'department' : 'owner');
    checkFuture(context, deadline, 'deadline');
    for (const [index, one] of collaborators.entries()) {
      if (!context.directory.staff(one)?.isActive)
        throw new Refusal('handoff.owner-unknown', `collaborators.${index}`, { owner: one });
    }
    draft.add([
      {
        type: 'handoff.made',
        data: {
          department,
          owner,
          collaborators: withCopies(context.playbook, draft.state, {}, collaborators),
          deadline,
        },
        text: { requirement },
      },
    ]);
  },
  accept: (context, draft, { plan, eta }) => {
    checkFuture(context, eta, 'eta');
    draft.add([{ type: 'handoff.accepted', data: { eta }, text: { plan } }]);
  },
  bounce: (context, draft, { reason, fields, note }) => {
    const said: Happening[] = [{ type: 'handoff.bounced', data: { reason, fields }, text: { note } }];
    const back = stageThatHandsOff(context, draft.state);
    if (back !== null) said.push({ type: 'stage.entered', data: { stage: back }, text: null });
    draft.add(said);
  },
  'record-progress': (_, draft, { done, customerWords, nextStep, from, to }) => {
    if (from !== null && to !== null && to < from) throw new Refusal('progress.span-inverted', 'to');
    draft.add([
      {
        type: 'progress.recorded',
        data: { stage: draft.state.stage, from, to },
        text: { done, customerWords, nextStep },
      },
    ]);
  },
  'inform-customer': (context, draft, { kind, via, message, eta }) => {
    checkVia(context, via);
    checkFuture(context, eta, 'eta');
    draft.add([{ type: 'customer.informed', data: { kind, via, eta }, text: { message } }]);
  },
  'record-reply': (context, draft, { via, message }) => {
    checkVia(context, via);
    draft.add([{ type: 'customer.replied', data: { via }, text: { message } }]);
    if (draft.state.wait?.for === 'customer')
      draft.add([{ type: 'wait.ended', data: { for: 'customer' }, text: null }]);
  },
  chase: (_, draft, { message }) => draft.add([{ type: 'customer.chased', data: {}, text: { message } }]),
  'add-note': (_, draft, { note }) => draft.add([{ type: 'note.added', data: {}, text: { note } }]),
  'start-wait': (context, draft, command) => {
    checkFuture(context, command.until, 'until');
    draft.add([
      { type: 'wait.started', data: { for: command.for, until: command.until }, text: { reason: command.reason } },
    ]);
  },
  'end-wait': (_, draft) => {
    const { wait } = draft.state;
    if (wait) draft.add([{ type: 'wait.ended', data: { for: wait.for }, text: null }]);
  },
  extend: (context, draft, { clock, due, reason }) => {
    context.playbook.clock(clock);
    const why = whyNotExtend(context, draft.state, clock);
    if (why !== null) throw new Refusal(why, 'clock', { clock });
    const run = draft.state.clocks.findLast((one) => one.clock === clock && isRunOpen(one));
    if (!run) throw new Refusal('clock.not-running', 'clock', { clock });
    if (due <= context.now || (run.due !== null && due <= run.due)) {
      throw new Refusal('clock.extension-not-later', 'due', { clock, due: run.due });
    }
    draft.add([{ type: 'clock.extended', data: { clock, cycle: run.cycle, due }, text: { reason } }]);
  },
  rate: (context, draft, { rating, dimensions, remark }) => {
    if (!isDimensions(context.playbook, dimensions)) throw new Refusal('callback.dimensions-unknown', 'dimensions');
    draft.add([ratingHappening(context.playbook, rating, dimensions, remark)]);
    if (draft.state.isSatisfied === false) reopen(context, draft, 'dissatisfied', remark);
  },
  reopen: (context, draft, { reason }) => reopen(context, draft, 'manual', reason),
  escalate: (_, draft, { reason }) => {
    const level = draft.state.escalation + 1;
    draft.add([
      { type: 'ticket.escalated', data: { level, to: 'supervisor', cause: 'manual', clock: null }, text: { reason } },
    ]);
  },
  dismiss: (_, draft, { reason, duplicateOf, note }) => {
    if (reason === 'duplicate' && duplicateOf === null) throw new Refusal('ticket.duplicate-of-missing', 'duplicateOf');
    if (duplicateOf === draft.state.number) throw new Refusal('ticket.duplicate-of-itself', 'duplicateOf');
    draft.add([
      { type: 'ticket.dismissed', data: { reason, duplicateOf }, text: { note } },
      { type: 'ticket.closed', data: {}, text: null },
    ]);
  },
};

export function commandHappenings(
  context: DecisionContext,
  draft: Draft,
  command: Exclude<TicketCommand, { do: 'submit-form' }>,
): void {
  const make = makers[command.do] as (context: DecisionContext, draft: Draft, command: TicketCommand) => void;
  make(context, draft, command);
}

function checkFuture(context: DecisionContext, at: number | null, field: string): void {
  if (at !== null && at <= context.now) throw new Refusal('time.not-in-future', field, { at, now: context.now });
}

/** Ways to reach a customer besides the playbook's own channels. */
const alwaysReachable: ReadonlySet<string> = new Set(['portal', 'sms', 'phone']);

function checkVia(context: DecisionContext, via: string): void {
  if (!alwaysReachable.has(via)) context.playbook.channel(via);
}

/** A bounced hand-off goes back to the stage whose form says the department; null when no passed stage does. */
function stageThatHandsOff({ playbook }: DecisionContext, state: TicketState): string | null {
  const { stages } = playbook.source;
  const passed = stages.slice(
    1,
    stages.findIndex((stage) => stage.id === state.stage),
  );
  const back = passed.findLast(
    (stage) =>
      stage.form !== undefined && playbook.form(stage.form).fields.some((field) => field.binds === 'department'),
  );
  return back?.id ?? null;
}
