/** `huiyin rebuild`: folds all events again and says where what is stored differs from what they tell; `--repair` mends it. */
import { parseArgs } from 'node:util';
import type { RebuildCasesSummary } from '../server/features/cases/index.ts';
import type { RebuildIncidentsSummary } from '../server/features/incidents/index.ts';
import type { RebuildSummary, TicketFinding } from '../server/features/tickets/index.ts';
import { count, createProgress } from './progress.ts';

const usage = `Usage: huiyin rebuild [--repair]

Folds every ticket's events again and compares with what is kept of them: state, columns for lists, clocks, search tokens. The same
for cases of the library and their steps, and for incidents and their events. Prints each difference by number and field. Safe beside a running server.

  --repair   writes what was rebuilt where it differs
`;

/** Exit code 0: no differences, or all repaired; 1: differences are left, or it could not be done; 2: wrong flags. */
export async function runRebuild(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const flags = readFlags(argv);
  if (typeof flags === 'string') {
    process.stderr.write(`${flags}\n\n${usage}`);
    return 2;
  }
  if (flags.help) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const summary = await rebuild(flags.repair, env);
    const { tickets, cases, incidents } = summary;
    process.stdout.write(
      summaryText(tickets, flags.repair) +
        partText('cases', cases.cases, cases, flags.repair) +
        partText('incidents', incidents.incidents, incidents, flags.repair),
    );
    return Object.values(summary).every(({ different, repaired }) => different === repaired) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readFlags(argv: readonly string[]): { repair: boolean; help: boolean } | string {
  const options = {
    repair: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Loaded only now: wrong flags are answered at once. */
async function rebuild(
  repairs: boolean,
  env: NodeJS.ProcessEnv,
): Promise<{ tickets: RebuildSummary; cases: RebuildCasesSummary; incidents: RebuildIncidentsSummary }> {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { rebuildCases } = await import('../server/features/cases/index.ts');
  const { rebuildIncidents } = await import('../server/features/incidents/index.ts');
  const { openOrganisationKey } = await import('../server/platform/crypto/organisation-key.ts');
  const { openRebuild, rebuildTickets } = await import('../server/features/tickets/index.ts');
  const { systemClock } = await import('../server/platform/clock.ts');
  const progress = createProgress('tickets');
  return withDatabase(
    'rebuild',
    async (parts) => {
      const found = (finding: Pick<TicketFinding, 'number' | 'differences' | 'isRepaired'>) => {
        progress.clear();
        process.stdout.write(findingText({ blocked: null, ...finding }, repairs));
      };
      const deps = await openRebuild(parts.pool, parts.masterKey, systemClock);
      const watch = { found, progress: progress.at };
      const tickets = await rebuildTickets(deps, repairs, watch).finally(progress.clear);
      const key = await openOrganisationKey(parts.pool, deps.ring);
      const cases = await rebuildCases({ ...deps, key }, repairs, watch);
      return { tickets, cases, incidents: await rebuildIncidents(parts.pool, repairs, watch) };
    },
    env,
    { needsData: true },
  );
}

type PartSummary = { different: number; repaired: number };

/** Nothing is said of what there is none of. */
function partText(what: string, all: number, { different, repaired }: PartSummary, repairs: boolean): string {
  if (all === 0) return '';
  if (different === 0) return `${count(all)} ${what} rebuilt: no differences.\n`;
  return `${count(all)} ${what} rebuilt: ${count(different)} differ.${repairs ? ` ${count(repaired)} repaired.` : ''}\n`;
}

const mostShown = 200;

function findingText({ number, differences, isRepaired, blocked }: TicketFinding, repairs: boolean): string {
  const lines = differences.slice(0, mostShown).map(({ field, stored, rebuilt }) => {
    const words = field === 'events' ? String(rebuilt) : `${shown(stored)} → ${shown(rebuilt)}`;
    return `${number}  ${field}: ${words}`;
  });
  if (differences.length > mostShown) lines.push(`${number}  … ${count(differences.length - mostShown)} more`);
  if (repairs) lines.push(`${number}  ${isRepaired ? 'repaired' : `not repaired: ${blocked}`}`);
  return `${lines.join('\n')}\n`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value === Number.POSITIVE_INFINITY ? 'never' : value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function summaryText({ tickets, different, places, repaired }: RebuildSummary, repairs: boolean): string {
  if (different === 0) return `${count(tickets)} tickets rebuilt: no differences.\n`;
  const found = `${count(tickets)} tickets rebuilt: ${count(different)} differ, in ${count(places)} places.`;
  const remedy = 'Remedy: huiyin rebuild --repair writes what the events tell.';
  return `${found} ${repairs ? `${count(repaired)} repaired.` : remedy}\n`;
}
