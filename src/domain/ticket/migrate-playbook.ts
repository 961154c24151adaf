import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookClock } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import { type Moment, momentsOf } from './clock-moments.ts';
import { isRunOpen, moveClock } from './clocks.ts';
import type { DecisionContext } from './context.ts';
import { autoAdvance, enterStage } from './decide-stage.ts';
import { type Decision, Draft, notBefore } from './draft.ts';
import type { EventOf, TicketEvent } from './events.ts';
import { stagesInOrder } from './stage-order.ts';
import type { ClockRun, TicketFacts, TicketState } from './state.ts';

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
  const differing = clocksThatDiffer(before.playbook, context, { ...state, stage }, history);
  const data = { from: before.playbook.source.version, to: after.playbook.source.version, stage, ...differing };
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
  const ids = stagesInOrder(before.source).map(({ id }) => id);
  const candidates = ids.slice(0, ids.indexOf(stage) + 1).reverse();
  const first = after.firstStage.id;
  const kept = candidates.find((id) => has(after.source.stages, id) && (id !== first || id === stage));
  return kept ?? after.firstStage.next ?? first;
}

type Differing = Pick<EventOf<'playbook.migrated'>['data'], 'starts' | 'cancels' | 'startsFor' | 'cancelsFor'>;

/** Clocks whose own definition of when they run has changed, and that would run, or not, had the new one always been in force. */
function clocksThatDiffer(
  before: CompiledPlaybook,
  context: DecisionContext,
  state: TicketState,
  history: readonly Moment[],
): Differing {
  const starts: Kept[] = [];
  const cancels: Kept[] = [];
  for (const clock of context.playbook.source.clocks) {
    const old = before.source.clocks.find(({ id }) => id === clock.id);
    if (old && runsAlike(old, clock)) continue;
    const runs = state.clocks.filter((run) => run.clock === clock.id && isRunOpen(run));
    const wouldRun = openAfter(context, state, clock, history);
    starts.push(...wouldRun.filter((one) => !isAmong(runs, one)).map(keptFor));
    cancels.push(...runs.filter((one) => !isAmong(wouldRun, one)).map(keptFor));
  }
  const [startsFor, cancelsFor] = [starts.filter(hasSubject), cancels.filter(hasSubject)];
  return {
    starts: starts.filter((one) => !hasSubject(one)).map(({ clock }) => clock),
    cancels: cancels.filter((one) => !hasSubject(one)).map(({ clock }) => clock),
    ...(startsFor.length > 0 && { startsFor }),
    ...(cancelsFor.length > 0 && { cancelsFor }),
  };
}

type Kept = Pick<ClockRun, 'clock' | 'subject'>;
const keptFor = ({ clock, subject }: Kept): Kept => ({ clock, subject });
const hasSubject = (kept: Kept): kept is { clock: string; subject: string } => kept.subject !== null;
const isAmong = (runs: readonly Kept[], { subject }: Kept) => runs.some((one) => one.subject === subject);

function runsAlike(left: PlaybookClock, right: PlaybookClock): boolean {
  const when = ({ scope, starts, stops, cancels, repeats }: PlaybookClock) =>
    JSON.stringify([scope, starts, stops, cancels, repeats]);
  return when(left) === when(right);
}

function openAfter(
  context: DecisionContext,
  state: TicketState,
  clock: PlaybookClock,
  history: readonly Moment[],
): ClockRun[] {
  // History that was taken over starts no clocks by having been received.
  const heard = history.filter(({ at }) => !state.isHistory || at > state.registeredAt);
  const runs = heard.reduce(
    (known, moment) => moveClock(context, state, known, clock, moment),
    [] as TicketState['clocks'],
  );
  return runs.filter(isRunOpen);
}

function isNewlyResolved({ status, resolvedAt }: TicketFacts): boolean {
  return status === 'resolved' && resolvedAt === null;
}
