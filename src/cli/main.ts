import { nearestName } from '../server/platform/nearest-name.ts';

/** `huiyin <command> …`. Each command is loaded only when asked for; what it prints on standard output is its result alone. */
type Run = (args: string[]) => Promise<number>;
type Command = { name: string; summary: string; load: () => Promise<Run> };

const commands: readonly Command[] = [
  { name: 'start', summary: 'Start the server', load: async () => (await import('../server/process.ts')).runServer },
  {
    name: 'import',
    summary: 'Take in demands from a CSV or XLSX file',
    load: async () => (await import('./import.ts')).runImport,
  },
  {
    name: 'due',
    summary: 'Compute when something is due, and explain it',
    load: async () => (await import('./due.ts')).runDue,
  },
  {
    name: 'token',
    summary: 'Make a bearer token for a program',
    load: async () => (await import('./token.ts')).runToken,
  },
  {
    name: 'rebuild',
    summary: 'Rebuild all projections from the events and report differences',
    load: async () => (await import('./rebuild.ts')).runRebuild,
  },
  {
    name: 'verify',
    summary: 'Check the hash chain of the events',
    load: async () => (await import('./verify.ts')).runVerify,
  },
  {
    name: 'backup',
    summary: 'Write everything into a file, and customers’ keys into another',
    load: async () => (await import('./backup.ts')).runBackup,
  },
  {
    name: 'restore',
    summary: 'Read such files into an empty database',
    load: async () => (await import('./restore.ts')).runRestore,
  },
  {
    name: 'calendar',
    summary: 'Show or change working hours, holidays and make-up days',
    load: async () => (await import('./calendar.ts')).runCalendar,
  },
  {
    name: 'rotate-key',
    summary: 'Change the master key that protects all customer data',
    load: async () => (await import('./rotate-key.ts')).runRotateKey,
  },
];

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    process.stdout.write(usage());
    return name === undefined ? 1 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return (await command.load())(args);
  const nearest = nearestName(
    name,
    commands.map((candidate) => candidate.name),
  );
  process.stderr.write(
    `"${name}" is not a command${nearest ? `; did you mean "${nearest}"?` : '.'} Remedy: huiyin --help lists them.\n`,
  );
  return 1;
}

function usage(): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return `Usage: huiyin <command> [options]\n\n${lines.join('\n')}\n\nhuiyin <command> --help explains one command.\n`;
}
