import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookClock } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import { type Moment, momentsOf } from './clock-moments.ts';
import { isRunOpen, moveClock } from './clocks.ts';
import type { DecisionContext } from './context.ts';
import { autoAdvance, enterStage } from './decide-stage.ts';
import { type Decision, Draft, notBefore } from './draft.ts';
import type { TicketEvent } from './events.ts';
import { stagesInOrder } from './stage-order.ts';
import type { TicketFacts, TicketState } from './state.ts';

/** `stages` says where tickets go whose stage the new version no longer has; `history` is all that has happened (`momentsUnder`). */
export type MigrationPlan = { stages: Readonly<Record<string, string>>; history: readonly Moment[] };

/**
 * Moves a running ticket to another version of its playbook. `before` and `after` differ in their playbook only. Expects that what the
 * passing of time owed under the old version has been said.
 * @throws Refusal migration.closed, migration.stage-unknown, migration.priority-gone, migration.category-gone
 */
export function decideMigration(
  before: DecisionContext,
  after: DecisionContext,
  state: TicketState,
  plan: MigrationPlan,
): Decision {
  checkCarriedOver(after.playbook, state);
  const context = notBefore(after, state);
  const stage = stageAfter(before.playbook, after.playbook, state, plan.stages);
  const stages = { ...plan.stages, [state.stage]: stage };
  const history = plan.history.map((moment) => ({
    ...moment,
    stage: moment.stage && (stages[moment.stage] ?? moment.stage),
  }));
  const { starts, cancels } = clocksThatDiffer(before.playbook, context, { ...state, stage }, history);
  const data = { from: before.playbook.source.version, to: after.playbook.source.version, stage, starts, cancels };
  const draft = new Draft(context, state);
  draft.add([{ type: 'playbook.migrated', data, text: null }]);
  if (stage !== state.stage || isNewlyResolved(draft.state)) enterStage(context, draft, stage);
  autoAdvance(context, draft);
  return draft.decision();
}

/** What happened to a ticket, as the clocks of the versions that it was under heard it. */
export function momentsUnder(
  events: readonly TicketEvent[],
  versionOf: (version: number) => CompiledPlaybook,
): Moment[] {
  let playbook: CompiledPlaybook | null = null;
  let handoff = 0;
  return events.flatMap((event) => {
    if (event.type === 'ticket.registered') playbook = versionOf(event.data.playbook.version);
    if (event.type === 'playbook.migrated') playbook = versionOf(event.data.to);
    if (event.type === 'handoff.made') handoff += 1;
    return playbook === null ? [] : momentsOf({ playbook }, handoff, event);
  });
}

const has = (items: readonly { id: string }[], id: string) => items.some((item) => item.id === id);

function checkCarriedOver({ source }: CompiledPlaybook, { status, priority, category }: TicketFacts): void {
  if (status === 'closed') throw new Refusal('migration.closed', 'status');
  if (!has(source.priorities, priority)) {
    const known = source.priorities.map(({ id }) => id).join(', ');
    throw new Refusal('migration.priority-gone', 'priority', { given: priority, version: source.version, known });
  }
  if (category !== null && !has(source.categories, category)) {
    const known = source.categories.map(({ id }) => id).join(', ');
    throw new Refusal('migration.category-gone', 'category', { given: category, version: source.version, known });
  }
}

/** As the plan says; else the same stage; else the nearest stage before it that is still there, so that no work is skipped. */
function stageAfter(
  before: CompiledPlaybook,
  after: CompiledPlaybook,
  { stage }: TicketFacts,
  stages: MigrationPlan['stages'],
): string {
  const chosen = stages[stage];
  if (chosen !== undefined) {
    if (has(after.source.stages, chosen)) return chosen;
    const known = after.source.stages.map(({ id }) => id).join(', ');
    throw new Refusal('migration.stage-unknown', `stages.${stage}`, { given: chosen, known });
  }
  return defaultStage(before, after, stage);
}

/** Where a ticket at `stage` goes when nobody says otherwise; never back to the registration, which every ticket has passed. */
export function defaultStage(before: CompiledPlaybook, after: CompiledPlaybook, stage: string): string {
  const ids = stagesInOrder(before).map(({ id }) => id);
  const candidates = ids.slice(0, ids.indexOf(stage) + 1).reverse();
  const first = after.firstStage.id;
  const kept = candidates.find((id) => has(after.source.stages, id) && (id !== first || id === stage));
  return kept ?? after.firstStage.next ?? first;
}

/** Clocks whose own definition of when they run has changed, and that would run, or not, had the new one always been in force. */
function clocksThatDiffer(
  before: CompiledPlaybook,
  context: DecisionContext,
  state: TicketState,
  history: readonly Moment[],
): { starts: string[]; cancels: string[] } {
  const starts: string[] = [];
  const cancels: string[] = [];
  for (const clock of context.playbook.source.clocks) {
    // Clocks of a narrower scope begin with the next hand-off, task or letter.
    if (clock.scope !== 'ticket') continue;
    const old = before.source.clocks.find(({ id }) => id === clock.id);
    if (old && runsAlike(old, clock)) continue;
    const isRunning = state.clocks.some((run) => run.clock === clock.id && isRunOpen(run));
    const wouldRun = isOpenAfter(context, state, clock, history);
    if (wouldRun && !isRunning) starts.push(clock.id);
    if (!wouldRun && isRunning) cancels.push(clock.id);
  }
  return { starts, cancels };
}

function runsAlike(left: PlaybookClock, right: PlaybookClock): boolean {
  const when = ({ starts, stops, cancels, repeats }: PlaybookClock) =>
    JSON.stringify([starts, stops, cancels, repeats]);
  return when(left) === when(right);
}

function isOpenAfter(
  context: DecisionContext,
  state: TicketState,
  clock: PlaybookClock,
  history: readonly Moment[],
): boolean {
  // History that was taken over starts no clocks by having been received.
  const heard = history.filter(({ at }) => !state.isHistory || at > state.registeredAt);
  const runs = heard.reduce(
    (known, moment) => moveClock(context, state, known, clock, moment),
    [] as TicketState['clocks'],
  );
  return runs.some(isRunOpen);
}

function isNewlyResolved({ status, resolvedAt }: TicketFacts): boolean {
  return status === 'resolved' && resolvedAt === null;
}
