import { warningsLeft } from '../ticket/clock-due.ts';
import { isRunOpen } from '../ticket/clocks.ts';
import type { TicketContext } from '../ticket/context.ts';
import type { ClockRun } from '../ticket/state.ts';
import { computeDue } from '../time/due.ts';
import { parseTarget } from '../time/target.ts';

/** What an open clock would still say if nothing more happened: its warnings, then the steps of its ladder. Instants are epoch ms. */
export type ClockPlan = {
  warnings: { before: string; at: number }[];
  ladder: { at: number; tell: string[]; escalates: boolean }[];
};

export function planOf({ playbook, calendar }: TicketContext, run: ClockRun): ClockPlan {
  const { due } = run;
  if (!isRunOpen(run) || due === null) return { warnings: [], ladder: [] };
  const clock = playbook.clock(run.clock);
  const { breach, time } = clock;
  const start = run.breachedAt ?? due;
  const reached = (after: string) =>
    after === '0m' ? start : computeDue({ calendar, start, target: parseTarget(after), time, pauses: run.pauses });
  return {
    warnings: run.breachedAt === null ? warningsLeft(clock, run, due) : [],
    ladder: breach.slice(run.climbed).flatMap(({ after, tell, escalate }) => {
      const at = reached(after);
      return at === null ? [] : [{ at, tell, escalates: escalate }];
    }),
  };
}
