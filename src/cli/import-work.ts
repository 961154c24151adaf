import type { CompiledPlaybook } from '../domain/playbook/compile.ts';
import { systemActor } from '../domain/ticket/actor.ts';
import { createDemandReader, type Demand } from '../server/channels/import/demand.ts';
import type { ErrorsFile } from '../server/channels/import/errors-file.ts';
import type { ImportPlan } from '../server/channels/import/plan.ts';
import type { InstantOptions } from '../server/channels/import/read-instant.ts';
import type { Failure, ImportWork } from '../server/channels/import/run-rows.ts';
import type { Table } from '../server/channels/import/table.ts';
import { type Engine, findKeys, previewRegistration, registerTicket } from '../server/features/tickets/index.ts';
import { type ImportFlags, sourceNameOf } from './import-flags.ts';
import { Progress } from './import-progress.ts';
import { columnNames, explainRefusal, type Remarks } from './import-report.ts';

type Parts = {
  engine: Engine;
  flags: ImportFlags;
  table: Table;
  plan: ImportPlan;
  playbook: CompiledPlaybook;
  options: InstantOptions;
  errorsFile: ErrorsFile | null;
  remarks: Remarks;
};

const dayMs = 86_400_000;
const problemsShown = 10;
/** So many rows may fail in ways that nobody foresaw before one has been made; then it is not the rows. */
const mostSurprises = 20;

/** What becomes of each row: a ticket, or, on a dry run, a look at the ticket that it would become. */
export function workOf(parts: Parts): { work: ImportWork; progress: Progress; onWait: (why: string) => void } {
  const { engine, flags, table, plan, playbook, options, errorsFile, remarks } = parts;
  const progress = new Progress(terminal(), table.progress);
  const { header } = table;
  const source = { source: sourceNameOf(flags), isSourceSaid: flags.source !== null };
  const readDemand = createDemandReader({ playbook, plan, header, ...source, ...options });
  const columnsOf = columnNames(plan, header);
  const register = flags.isDryRun ? preview(parts) : make(parts);
  let surprises = 0;
  let made = 0;
  return {
    progress,
    onWait: (why) => progress.say(`${why}: waiting`),
    work: {
      rows: table.rows,
      read: (row) => {
        const read = readDemand(row);
        if ('leftOver' in read) for (const one of read.leftOver) remarks.add(`${one}; kept in the note`);
        return read;
      },
      findKnown: (names) => findKeys(engine.pool, 'system:', names),
      register: async (demand) => {
        const isMade = await register(demand);
        made++;
        return isMade;
      },
      explain: (error) => {
        const refused = explainRefusal(error, columnsOf);
        if (refused || made > 0 || ++surprises < mostSurprises) return refused ?? [surprise(error)];
        return null;
      },
      onFailure: (failure) => (errorsFile ? errorsFile.add(failure) : show(failure)),
      onProgress: (counts) => progress.show(counts),
    },
  };
}

const surprise = (error: unknown) => ({ column: '', field: '', message: `could not be registered: ${String(error)}` });

function terminal() {
  const { stderr } = process;
  return {
    isTerminal: stderr.isTTY === true,
    columns: stderr.columns || 100,
    write: (text: string) => void stderr.write(text),
    now: () => performance.now(),
  };
}

function requestOf({ engine, flags }: Parts, demand: Demand) {
  const { answers, receivedAt, takenOver, name: idempotencyKey, contentHash } = demand;
  const since = engine.clock.now() - flags.historyDays * dayMs;
  const isHistory = flags.as ? flags.as === 'history' : receivedAt !== null && Date.parse(receivedAt) < since;
  return { playbook: flags.playbook, answers, takenOver: { ...takenOver, isHistory }, idempotencyKey, contentHash };
}

const asHistory = 'taken as history: no promise counts for the past, and nobody is told';
const withoutTime = 'without a time of receipt: counts as received now';

function make(parts: Parts): (demand: Demand) => Promise<boolean> {
  return async (demand) => {
    const request = requestOf(parts, demand);
    const { loaded } = await registerTicket(parts.engine, systemActor, request);
    if (loaded === null) return false;
    remark(parts, demand, request.takenOver.isHistory);
    return true;
  };
}

function preview(parts: Parts): (demand: Demand) => Promise<boolean> {
  return async (demand) => {
    const request = requestOf(parts, demand);
    const { clocks } = previewRegistration(parts.engine, systemActor, request);
    const now = parts.engine.clock.now();
    remark(parts, demand, request.takenOver.isHistory);
    if (clocks.some(({ due }) => due !== null && due < now))
      parts.remarks.add('overdue at once: its people will be told, unless you import --as history');
    return true;
  };
}

function remark({ remarks }: Parts, demand: Demand, isHistory: boolean): void {
  if (isHistory) remarks.add(asHistory);
  if (demand.receivedAt === null) remarks.add(withoutTime);
}

let shown = 0;

function show({ row, problems }: Failure): void {
  shown++;
  if (shown > problemsShown) return;
  const said = problems.map(({ column, field, message }) => `${column || field || 'the row'}: ${message}`).join('; ');
  process.stdout.write(`row ${row.row}: ${said}\n`);
  if (shown === problemsShown) process.stdout.write('… further problems are counted only\n');
}
