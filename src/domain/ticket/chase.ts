import type { CompiledPlaybook } from '../playbook/compile.ts';
import { isRunOpen } from './clocks.ts';
import type { ClockRun } from './state.ts';

/** The open promise that was made to the customer by asking where it stands (催办): whichever is due first, if the playbook makes one. */
export function chasePromise(
  playbook: Pick<CompiledPlaybook, 'clock'>,
  clocks: readonly ClockRun[],
): { clock: string; due: number } | null {
  const promised = clocks.flatMap((run) => {
    if (!isRunOpen(run) || run.due === null) return [];
    const isByChase = playbook.clock(run.clock).starts.some(({ on }) => on === 'customer.chased');
    return isByChase ? [{ clock: run.clock, due: run.due }] : [];
  });
  return promised.sort((a, b) => a.due - b.due)[0] ?? null;
}
