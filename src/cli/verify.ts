/** `huiyin verify`: recomputes the hash chain of all events and says where it is broken. Needs no key. */
import { parseArgs } from 'node:util';
import type { BrokenChain, VerifySummary } from '../server/features/tickets/index.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin verify

Recomputes the hash chain of every ticket's events, also of erased customers: no key is needed. Prints the first broken event of each
ticket. An end that was cut off is told by the ticket's row, its state and its notices; not if all of these were set back with it: then only a
backup kept elsewhere tells. Safe beside a running server.
`;

/** Exit code 0: whole; 1: broken, or it could not be done; 2: wrong flags. */
export async function runVerify(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const help = readHelp(argv);
  if (typeof help === 'string') {
    process.stderr.write(`${help}\n\n${usage}`);
    return 2;
  }
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const summary = await verify(env);
    process.stdout.write(summaryText(summary));
    return summary.broken === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readHelp(argv: readonly string[]): boolean | string {
  const options = { help: { type: 'boolean', short: 'h', default: false } } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values.help;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Stands in for the master key, which is neither looked for nor made: an auditor's copy of the database has none. */
const noKey = Buffer.alloc(32).toString('base64');

/** Loaded only now: wrong flags are answered at once. */
async function verify(env: NodeJS.ProcessEnv): Promise<VerifySummary> {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { verifyChain } = await import('../server/features/tickets/index.ts');
  const progress = createProgress('events');
  const broken = ({ number, seq, problem }: BrokenChain) => {
    progress.clear();
    process.stdout.write(`${number}  event ${seq} ${problem}\n`);
  };
  return withDatabase(
    'verify',
    ({ pool }) => verifyChain(pool, { broken, progress: progress.at }).finally(progress.clear),
    { ...env, HUIYIN_MASTER_KEY: noKey },
    { needsData: true },
  );
}

function summaryText({ tickets, events, broken }: VerifySummary): string {
  const read = `${count(events)} events of ${count(tickets)} tickets verified`;
  return broken === 0 ? `${read}: the chain is whole.\n` : `${read}: ${count(broken)} tickets are broken.\n`;
}
