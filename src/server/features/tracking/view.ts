import type { TrackingRow } from '../../../contract/tracking.ts';
import { trackingUpdates } from '../../../contract/tracking.ts';
import { isTaskOpen } from '../../../domain/coordination/state.ts';
import { whyNot } from '../../../domain/ticket/actions.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { describe } from '../../../domain/ticket/describe.ts';
import { type NoteEvent, noteText, trackingPhase } from '../../../domain/tracking/phase.ts';
import { contextOf, type Engine, type LoadedTicket, ticketRow } from '../tickets/index.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A line of the tracking table as the reader may see and update it. */
export function trackingRow(
  engine: Engine,
  { state, customer }: LoadedTicket,
  note: NoteEvent | null,
  actor: Actor,
): TrackingRow {
  const context = contextOf(engine, state);
  const now = { ...context, now: engine.clock.now(), isErased: customer.data_key === null };
  const { customerName, channel, category, cycle, escalation, incident, receivedAt, ...row } = ticketRow(
    context,
    state,
    describe(context.playbook, state, state.text),
  );
  return {
    ...row,
    interface: state.registeredBy,
    phase: trackingPhase(context.playbook, state),
    isAccepted: state.isAccepted,
    eta: isoOrNull(state.eta),
    deadline: isoOrNull(state.deadline),
    counterDate: isoOrNull(state.counterDate),
    promises: state.promises.map((promise) => ({ ...promise, at: iso(promise.at), eta: iso(promise.eta) })),
    openTasks: state.coordination?.tasks.filter(isTaskOpen).length ?? 0,
    latestNote: note && noteView(engine, note),
    closedAt: isoOrNull(state.closedAt),
    updates: trackingUpdates.filter((name) => whyNot(now, state, name, actor) === null),
  };
}

function noteView(engine: Engine, note: NoteEvent): NonNullable<TrackingRow['latestNote']> {
  const { kind, id } = note.actor;
  const name = kind === 'staff' && id !== null ? (engine.directory.staff(id)?.name ?? '') : '';
  return { type: note.type, at: iso(note.at), actor: { kind, id, name }, text: noteText(note) };
}
