/** `huiyin import`: takes in lists of demands. Reading is in server/channels/import, registering is the server's own use case. */
import { Refusal } from '../domain/refusal.ts';
import { ErrorsFile, withoutErrorColumns } from '../server/channels/import/errors-file.ts';
import { openTable } from '../server/channels/import/open-table.ts';
import { ImportStopped } from '../server/channels/import/patience.ts';
import { PlanError, planImport } from '../server/channels/import/plan.ts';
import { type ImportCounts, runRows } from '../server/channels/import/run-rows.ts';
import { type Table, TableError } from '../server/channels/import/table.ts';
import { type ImportFlags, readImportFlags, UsageError, usage } from './import-flags.ts';
import { countsText, planText, Remarks } from './import-report.ts';
import { workOf } from './import-work.ts';
import { refusalText } from './refusal-text.ts';

const stoppedEarly = 3;

export async function runImport(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const interrupt = new AbortController();
  const release = listenForSignals(interrupt);
  try {
    const flags = readImportFlags(argv);
    if (flags === 'help') {
      process.stdout.write(usage);
      return 0;
    }
    const { table } = withoutErrorColumns(await openTable(flags.file, flags));
    const code = await importTable(flags, table, interrupt.signal, env).finally(() => table.rows.return());
    return interrupt.signal.aborted ? exitCodeOf(interrupt.signal.reason) : code;
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? refusalText(error) : (error as Error).message}\n`);
    return isUsage(error) ? 2 : stoppedEarly;
  } finally {
    release();
  }
}

function isUsage(error: unknown): boolean {
  return [UsageError, TableError, PlanError, Refusal].some((kind) => error instanceof kind);
}

/** The terminal and npm pass on the same Ctrl-C, one after the other. */
const sameSignalMs = 1_000;

/** The first one ends the import after the rows under way, the second one at once. */
function listenForSignals(interrupt: AbortController): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let since = Number.POSITIVE_INFINITY;
  const stop = (signal: NodeJS.Signals) => {
    if (performance.now() - since > sameSignalMs) process.exit(exitCodeOf(signal));
    if (interrupt.signal.aborted) return;
    since = performance.now();
    process.stderr.write('\nStopping after the rows under way…\n');
    interrupt.abort(signal);
  };
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

const exitCodeOf = (signal: NodeJS.Signals) => (signal === 'SIGTERM' ? 143 : 130);

/** Loaded only now: wrong flags and files are answered at once. */
async function importTable(flags: ImportFlags, table: Table, signal: AbortSignal, env: NodeJS.ProcessEnv) {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { createContext } = await import('../server/context.ts');
  const { systemClock: clock } = await import('../server/platform/clock.ts');
  const work = async (parts: Parameters<Parameters<typeof withDatabase>[1]>[0]) => {
    const context = await createContext({ ...parts, clock });
    try {
      return await importInto(context.engine, flags, table, signal);
    } finally {
      await context.close();
    }
  };
  return withDatabase('import', work, env, { poolSize: flags.parallel + 1 });
}

type Engine = import('../server/features/tickets/index.ts').Engine;

async function importInto(engine: Engine, flags: ImportFlags, table: Table, signal: AbortSignal): Promise<number> {
  const playbook = engine.playbooks.get(flags.playbook);
  const options = { timeZone: flags.timeZone ?? engine.timeZone, order: flags.order };
  const plan = planImport(playbook, table.header, { ...flags, ...options });
  const errorsFile = flags.isDryRun ? null : new ErrorsFile(flags.errors, table.header);
  const remarks = new Remarks();
  const out = flags.isDryRun ? process.stdout : process.stderr;
  out.write(planText(flags.file, table, plan));
  const { work, progress, onWait } = workOf({ engine, flags, table, plan, playbook, options, errorsFile, remarks });
  const { counts, stopped } = await runRows(work, { parallel: flags.parallel, signal, onWait });
  progress.clear();
  errorsFile?.close();
  for (const line of remarks.lines()) out.write(`${line}\n`);
  if (errorsFile?.isUsed) process.stderr.write(`The rows that failed, with why: ${errorsFile.path}\n`);
  return conclude(counts, stopped, flags);
}

function conclude(counts: ImportCounts, stopped: Error | null, { isDryRun }: ImportFlags): number {
  process.stdout.write(`${countsText(counts, isDryRun)}${stopped ? ', and not all rows were read' : ''}.\n`);
  if (!stopped) return counts.failed > 0 ? 1 : 0;
  const remedy =
    stopped instanceof TableError ? '' : '. Remedy: run the same command again; it goes on where it stopped.';
  process.stderr.write(`Stopped before the end: ${stopped.message}${remedy}\n`);
  if (!(stopped instanceof ImportStopped || stopped instanceof TableError)) process.stderr.write(`${stopped.stack}\n`);
  return stoppedEarly;
}
