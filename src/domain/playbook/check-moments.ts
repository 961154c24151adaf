import { patternsOf } from './check-clocks.ts';
import type { Flow } from './flow.ts';
import { namesOf } from './names.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook, PlaybookClock, PlaybookStage } from './schema.ts';
import type { ClockPattern } from './schema-clock.ts';

type Path = (string | number)[];

/** A clock that waits for something that cannot happen, or cannot happen then, would run for ever or never. */
export function checkMoments(playbook: Playbook, flow: Flow): Problem[] {
  const names = namesOf(playbook);
  return playbook.clocks.flatMap((clock, index) => {
    const isNamed = patternsOf(clock, []).every(
      ({ pattern: { stage, form } }) =>
        (stage === undefined || names.stage.has(stage)) && (form === undefined || names.form.has(form)),
    );
    if (!isNamed) return [];
    const path: Path = ['clocks', index];
    const impossible = patternsOf(clock, path).flatMap(({ pattern, at }) => {
      const why = whyNever(playbook, flow, pattern);
      return why === null ? [] : [problemAt(at, `${pattern.on} can never happen here: ${why}`)];
    });
    return [...impossible, ...checkOrder(playbook, flow, clock, path)];
  });
}

function whyNever(playbook: Playbook, flow: Flow, pattern: ClockPattern): string | null {
  if (placesOf(playbook, flow, pattern)?.length !== 0) return null;
  switch (pattern.on) {
    case 'work.verified':
      return 'no form of a stage binds verified';
    case 'solution.proposed':
      return 'no form of a stage binds root-cause or solution';
    case 'callback.made':
      return 'no form of a stage binds rating, and no stage has the gate called-back or the status resolved';
    case 'ticket.resolved':
      return 'no stage has the status resolved';
    case 'form.submitted':
      return `no stage ${pattern.stage ? `up to "${pattern.stage}" ` : ''}has the form "${pattern.form}"`;
    default:
      return `no ticket ever comes to "${pattern.stage}" again; use ticket.registered`;
  }
}

/** The stages at which such an event can happen; null when it can at any, as what people do by hand. */
function placesOf({ stages }: Playbook, flow: Flow, { on, stage, form }: ClockPattern): PlaybookStage[] | null {
  const isHere = (one: PlaybookStage) => stage === undefined || one.id === stage;
  const [first] = stages;
  // A ticket is registered past its first stage; it is entered only by being sent back.
  const isVisited = (one: PlaybookStage) => one !== first || stages.some(({ id }) => flow.canCome(id, one.id));
  switch (on) {
    case 'ticket.received':
    case 'ticket.registered':
      return stages.slice(0, 1);
    case 'stage.entered':
    case 'progress.recorded':
      return stages.filter((one) => isHere(one) && isVisited(one));
    case 'stage.completed':
      return stages.filter(isHere);
    case 'form.submitted':
      return formPlaces(stages, stage, form);
    case 'work.verified':
      return stages.filter((one) => flow.binds(one, 'verified'));
    case 'solution.proposed':
      return stages.filter((one) => flow.binds(one, 'root-cause') || flow.binds(one, 'solution'));
    case 'callback.made':
      return stages.filter(
        (one) => flow.binds(one, 'rating') || one.gates.includes('called-back') || one.status === 'resolved',
      );
    case 'ticket.resolved':
      return stages.filter((one) => one.status === 'resolved');
    default:
      return null;
  }
}

/** A form is answered at its own stage and may be corrected at any later one. */
function formPlaces(
  stages: readonly PlaybookStage[],
  stage: string | undefined,
  form: string | undefined,
): PlaybookStage[] {
  const own = stages.findIndex((one) => one.form !== undefined && (form === undefined || one.form === form));
  return own < 0 ? [] : stages.slice(own).filter((one) => stage === undefined || one.id === stage);
}

/** Starts that end every promise at once, and stops that lie before every start. */
function checkOrder(playbook: Playbook, flow: Flow, clock: PlaybookClock, path: Path): Problem[] {
  const late = clock.starts.flatMap((start, index) =>
    endsTicket(playbook, start)
      ? [problemAt([...path, 'starts', index, 'on'], 'closing a ticket ends its clocks, so this one would never run')]
      : [],
  );
  const early = clock.stops.flatMap((stop, index) => {
    if (whyNever(playbook, flow, stop) !== null) return [];
    if (clock.starts.some((start) => canFollow(playbook, flow, start, stop))) return [];
    return [problemAt([...path, 'stops', index], 'can never happen once the clock has started')];
  });
  return [...late, ...early];
}

function endsTicket({ stages }: Playbook, { on, stage }: ClockPattern): boolean {
  if (on === 'ticket.closed' || on === 'ticket.dismissed') return true;
  const last = stages.find((one) => one.id === stage);
  return on === 'stage.completed' && last !== undefined && last.next === undefined;
}

/** The first stage is completed by registering, and never again unless tickets are sent back to it. */
function isRegistering({ stages }: Playbook, flow: Flow, { on, stage }: ClockPattern): boolean {
  const [first] = stages;
  if (on !== 'stage.completed' || stage === undefined || stage !== first?.id) return false;
  return !stages.some(({ id }) => flow.canCome(id, stage));
}

function canFollow(playbook: Playbook, flow: Flow, start: ClockPattern, stop: ClockPattern): boolean {
  if (stop.on === 'ticket.received') return false;
  if (stop.on === 'ticket.registered') return start.on === 'ticket.received';
  if (isRegistering(playbook, flow, stop)) return start.on === 'ticket.received' || start.on === 'ticket.registered';
  const from = placesOf(playbook, flow, start);
  const to = placesOf(playbook, flow, stop);
  if (from === null || to === null) return true;
  const staysAt = start.on !== 'stage.completed' && stop.on !== 'stage.entered' && stop.on !== 'ticket.resolved';
  return from.some((one) => to.some((other) => (one === other && staysAt) || flow.canCome(one.id, other.id)));
}
