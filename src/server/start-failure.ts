import { Refusal } from '../domain/refusal.ts';

/** Errors whose message is meant for an operator as it is; all others that are say their remedy. */
const forOperators: ReadonlySet<string> = new Set(['MigrationError', 'PlaybookFilesError']);

/** What an operator can mend, as it is to be read; null for a bug, of which it matters where it happened. */
export function explainStartFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const isExplained = error instanceof Refusal || forOperators.has(error.name) || error.message.includes('Remedy: ');
  return isExplained ? error.message : null;
}
