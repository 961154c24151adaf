import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookForm } from '../playbook/schema.ts';
import { missingFields } from './answers.ts';
import { isRunOpen } from './clocks.ts';
import { answersOf } from './describe.ts';
import { isNeeded } from './stage-condition.ts';
import { placeOf, stagesInOrder } from './stage-order.ts';
import type { ClockRun, TicketState } from './state.ts';

/** What moving a ticket to another version of its playbook changes for those who work on it. Instants are epoch ms. */
export type MigrationChange =
  | { kind: 'stage'; from: string; to: string }
  /** Will be asked at a stage that is still ahead, and was not before. */
  | { kind: 'form-required'; stage: string; form: string; fields: string[] }
  /** Required now at a stage already passed: nobody is asked any more. */
  | { kind: 'form-passed'; stage: string; form: string; fields: string[] }
  | { kind: 'clock-starts'; clock: string; due: number | null }
  | { kind: 'clock-stops'; clock: string; due: number | null }
  /** `isLate`: the new due time has passed, so it runs over at once. */
  | { kind: 'clock-moves'; clock: string; from: number | null; to: number | null; isLate: boolean };

export function migrationChanges(
  before: { playbook: CompiledPlaybook; state: TicketState },
  after: { playbook: CompiledPlaybook; state: TicketState },
  now: number,
): MigrationChange[] {
  const stage = { kind: 'stage' as const, from: before.state.stage, to: after.state.stage };
  return [
    ...(stage.from === stage.to ? [] : [stage]),
    ...formChanges(before.playbook, after.playbook, after.state),
    ...clockChanges(before.state, after.state, now),
  ];
}

function formChanges(before: CompiledPlaybook, after: CompiledPlaybook, state: TicketState): MigrationChange[] {
  const here = placeOf(after, state.stage);
  return stagesInOrder(after.source).flatMap((stage, place): MigrationChange[] => {
    if (stage.form === undefined || !isNeeded(stage, state)) return [];
    const form = after.form(stage.form);
    const old = before.source.forms.find(({ id }) => id === form.id);
    const isPassed = place < here || state.status === 'closed';
    // What an erased customer once said cannot be looked into.
    if (isPassed && state.text === null) return [];
    const asked = isPassed ? missingFields(form, answersOf(state, state.text, form.id)) : alwaysRequired(form);
    const fields = asked.filter((id) => !isRequired(old, id));
    if (fields.length === 0) return [];
    return [{ kind: isPassed ? 'form-passed' : 'form-required', stage: stage.id, form: form.id, fields }];
  });
}

const alwaysRequired = (form: PlaybookForm) => form.fields.filter(({ required }) => required).map(({ id }) => id);
const isRequired = (form: PlaybookForm | undefined, field: string) =>
  form?.fields.some(({ id, required, requiredWhen }) => id === field && (required || requiredWhen !== undefined)) ??
  false;

function clockChanges(before: TicketState, after: TicketState, now: number): MigrationChange[] {
  const open = (state: TicketState) => new Map(state.clocks.filter(isRunOpen).map((run) => [keyOf(run), run]));
  const [ran, runs] = [open(before), open(after)];
  const stopped = [...ran.values()].flatMap((run): MigrationChange[] =>
    runs.has(keyOf(run)) ? [] : [{ kind: 'clock-stops', clock: run.clock, due: run.due }],
  );
  const others = [...runs.values()].flatMap((run) => changeOf(ran.get(keyOf(run)), run, now));
  return [...stopped, ...others];
}

/** A clock is kept once for the ticket, or for each subject. */
const keyOf = ({ clock, subject }: ClockRun) => JSON.stringify([clock, subject]);

function changeOf(old: ClockRun | undefined, { clock, due, breachedAt }: ClockRun, now: number): MigrationChange[] {
  if (!old) return [{ kind: 'clock-starts', clock, due }];
  if (old.due === due) return [];
  return [
    { kind: 'clock-moves', clock, from: old.due, to: due, isLate: breachedAt === null && due !== null && due < now },
  ];
}
