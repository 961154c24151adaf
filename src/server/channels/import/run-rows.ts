import type { Demand, ReadDemand, RowProblem } from './demand.ts';
import { ImportStopped, type PatienceOptions, patiently } from './patience.ts';
import type { TableRow } from './table.ts';

/** Takes in rows, several at a time, each whole or not at all and none twice. */

export type ImportCounts = { read: number; made: number; known: number; failed: number };
export type Failure = { row: TableRow; problems: RowProblem[] };

export type ImportWork = {
  rows: AsyncIterable<TableRow>;
  read: (row: TableRow) => ReadDemand;
  /** Which of these names there are already, with what their rows said. */
  findKnown: (names: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
  /** @returns false when there was one of that name already. */
  register: (demand: Demand) => Promise<boolean>;
  /** Why a demand was refused; null for what is no refusal, which ends the import. */
  explain: (error: unknown) => RowProblem[] | null;
  onFailure: (failure: Failure) => void;
  onProgress: (counts: Readonly<ImportCounts>) => void;
};
export type ImportLimits = PatienceOptions & { parallel: number };

/** Rows whose names are looked up at once. */
const batchSize = 200;

/** The counts reached, and what ended the import early, if anything did; rows under way are finished in any case. */
export async function runRows(
  work: ImportWork,
  limits: ImportLimits,
): Promise<{ counts: ImportCounts; stopped: Error | null }> {
  const counts: ImportCounts = { read: 0, made: 0, known: 0, failed: 0 };
  const lanes = new Lanes(limits.parallel);
  let stopped: Error | null = null;
  try {
    for await (const batch of batches(work.rows, limits.signal)) {
      await takeBatch(work, limits, counts, lanes, batch);
      if (lanes.fault) throw lanes.fault;
    }
    if (limits.signal.aborted) stopped = new ImportStopped('interrupted');
  } catch (error) {
    stopped = error as Error;
  }
  return { counts, stopped };
}

async function* batches(rows: AsyncIterable<TableRow>, signal: AbortSignal): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = [];
  for await (const row of rows) {
    if (signal.aborted) return;
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function takeBatch(
  work: ImportWork,
  limits: ImportLimits,
  counts: ImportCounts,
  lanes: Lanes,
  rows: readonly TableRow[],
): Promise<void> {
  const demands: Demand[] = [];
  const failures: Failure[] = [];
  const fail = (failure: Failure) => {
    counts.failed++;
    failures.push(failure);
  };
  for (const row of rows) {
    counts.read++;
    const read = work.read(row);
    if ('problems' in read) fail(read);
    else demands.push(read);
  }
  try {
    const known = await patiently(() => work.findKnown(demands.map(({ name }) => name)), limits);
    for (const demand of demands) {
      const before = known.get(demand.name);
      if (before && !before.equals(demand.contentHash)) fail({ row: demand.row, problems: [changedProblem] });
      else if (before) counts.known++;
      else await lanes.add(demand.customer, () => takeOne(work, limits, counts, fail, demand));
      if (limits.signal.aborted) break;
    }
  } finally {
    await lanes.finish();
    for (const failure of failures.sort((a, b) => a.row.row - b.row.row)) work.onFailure(failure);
    work.onProgress(counts);
  }
}

export const changedProblem: RowProblem = {
  column: '',
  field: 'reference',
  message:
    'a row of this name was imported before and said something else; its ticket is left as it is. If the two have nothing to do with each other, give this file a --source of its own',
};

async function takeOne(
  work: ImportWork,
  limits: ImportLimits,
  counts: ImportCounts,
  fail: (failure: Failure) => void,
  demand: Demand,
): Promise<void> {
  try {
    if (await patiently(() => work.register(demand), limits)) counts.made++;
    else counts.known++;
    work.onProgress(counts);
  } catch (error) {
    const problems = work.explain(error);
    if (!problems) throw error;
    fail({ row: demand.row, problems });
  }
}

/** So many at a time, but those of one customer one after the other. The first fault ends it all. */
class Lanes {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  readonly #last = new Map<string, Promise<void>>();
  fault: Error | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  async add(customer: string | null, work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    if (this.fault) return;
    const before = customer === null ? undefined : this.#last.get(customer);
    const running: Promise<void> = this.#run(before, work).finally(() => {
      this.#running.delete(running);
      if (customer !== null && this.#last.get(customer) === running) this.#last.delete(customer);
    });
    this.#running.add(running);
    if (customer !== null) this.#last.set(customer, running);
  }

  async #run(before: Promise<void> | undefined, work: () => Promise<void>): Promise<void> {
    await before;
    if (this.fault) return;
    try {
      await work();
    } catch (error) {
      this.fault ??= error as Error;
    }
  }

  async finish(): Promise<void> {
    await Promise.all(this.#running);
  }
}
