import { type DatabasePool, transaction } from '../../database/pool.ts';

/**
 * Ticket numbers: a sequence of the database for each prefix and period, made when the first number of the period is drawn. Unique under
 * any concurrency without a lock; a registration that fails after drawing leaves a gap. Past the last digit the number widens.
 */

const partPattern = /\{(yyyy|MM|dd)\}/g;

export type NumberPlan = { sequence: string; format: (value: number) => string };

/** `pattern` is a playbook's `number`; the day is that of `at` (epoch ms) in the organisation's zone. */
export function numberPlan(pattern: string, at: number, timeZone: string): NumberPlan {
  const [yyyy = '', MM = '', dd = ''] = dayText(at, timeZone).split('-');
  const parts: Record<string, string> = { yyyy, MM, dd };
  const filled = pattern.replace(partPattern, (_, part: string) => parts[part] ?? '');
  const [prefix = '', digits = '1'] = filled.split(/\{seq:(\d)\}/);
  return {
    sequence: `number ${prefix}`,
    format: (value) => prefix + String(value).padStart(Number(digits), '0'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-01` of the instant in the zone. */
export function dayText(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

export async function createSequence(pool: DatabasePool, sequence: string): Promise<void> {
  await transaction(pool, async (client) => {
    // Two processes may try at once: `if not exists` alone can still collide in the catalogue.
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [sequence]);
    await client.query(`create sequence if not exists ${quotedSequence(sequence)}`);
  });
}

export function quotedSequence(sequence: string): string {
  return `"${sequence.replaceAll('"', '""')}"`;
}
