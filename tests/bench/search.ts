/**
 * How long a search takes, from words to verified, decrypted hits. Run: `node tests/bench/search.ts [--size 100000] [--characters 400]
 * [--fresh 2000] [--data FOLDER]`; with a folder the filled database is kept and used again.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedDatabase } from '../../src/server/database/embedded.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import { createPool, type DatabasePool } from '../../src/server/database/pool.ts';
import { findDuplicates } from '../../src/server/features/search/find-duplicates.ts';
import { findTickets } from '../../src/server/features/search/find-tickets.ts';
import { KeyRing } from '../../src/server/platform/crypto/key-ring.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { fill } from './search-fill.ts';
import type { Language } from './search-language.ts';

export type SearchBenchRow = { words: string; medianMs: number; p95Ms: number; worstMs: number; hitsMedian: number };
export type SearchBenchOptions = { size: number; characters: number; fresh: number; data?: string };

const searchesPerRow = 200;
const everything = { kind: 'all' } as const;

export async function benchSearch({ data, ...wanted }: SearchBenchOptions): Promise<SearchBenchRow[]> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  mkdirSync(folder, { recursive: true });
  const database = await startEmbeddedDatabase({ dataDir: folder, logger: silentLogger, isDurable: false });
  const pool = createPool({ connection: database.connection, size: 4, statementTimeoutMs: 3_600_000 });
  try {
    await migrate(pool);
    const ring = new KeyRing(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
    const language = await fill(pool, ring, wanted);
    await printSizes(pool);
    const rows: SearchBenchRow[] = [];
    for (const [words, query] of Object.entries(queriesOf(language))) {
      const search = (n: number) => findTickets(pool, ring, query(n), { scope: everything, limit: 20 });
      rows.push(await measure(words, async (n) => (await search(n)).items.length));
    }
    rows.push(
      await measure('middling, by one who sees 0.1 %', (n) =>
        searchAsDepartment(pool, ring, language.word(2_000 + 7 * n)),
      ),
    );
    rows.push(await measure('look-alikes of a text', (n) => findAlike(pool, ring, language.text(n * 331 + 1))));
    return rows;
  } finally {
    await pool.end();
    await database.stop();
    if (!data) rmSync(folder, { recursive: true, force: true });
  }
}

/** Each row asks for many different words, so that no single one is warm. */
function queriesOf(language: Language): Record<string, (n: number) => string> {
  const beside = (n: number) => language.text(n * 331 + 1);
  return {
    'two characters, common (rank 0 to 200)': (n) => language.word(n),
    'two characters, middling (rank 2,000 and on)': (n) => language.word(2_000 + 7 * n),
    'two characters, rare (rank 30,000 and on)': (n) => language.word(30_000 + 31 * n),
    'two characters of no ticket': (n) => String.fromCharCode(0x9000 + n, 0x9100 + n),
    'six characters of one ticket': (n) => beside(n).replaceAll('，', '').slice(40, 46),
    'four digits': (n) => String(1000 + 37 * n),
    'two common words': (n) => `${language.word(n)} ${language.word(n + 1)}`,
    'one character': (n) => language.word(n).slice(0, 1),
  };
}

async function searchAsDepartment(pool: DatabasePool, ring: KeyRing, query: string): Promise<number> {
  const scope = { kind: 'departments', departments: ['small'], staff: 1 } as const;
  return (await findTickets(pool, ring, query, { scope, limit: 20 })).items.length;
}

async function findAlike(pool: DatabasePool, ring: KeyRing, text: string): Promise<number> {
  return (await findDuplicates(pool, ring, { text, scope: everything, now: Date.now() })).length;
}

async function measure(words: string, search: (n: number) => Promise<number>): Promise<SearchBenchRow> {
  const times: number[] = [];
  const hits: number[] = [];
  for (let n = 0; n < searchesPerRow; n++) {
    const began = performance.now();
    hits.push(await search(n));
    times.push(performance.now() - began);
  }
  const at = (list: number[], share: number) =>
    list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;
  const row = {
    words,
    medianMs: at(times, 0.5),
    p95Ms: at(times, 0.95),
    worstMs: at(times, 1),
    hitsMedian: at(hits, 0.5),
  };
  const shown = [row.medianMs, row.p95Ms, row.worstMs].map((ms) => ms.toFixed(1).padStart(8)).join(' ');
  console.log(`${shown}  ${String(row.hitsMedian).padStart(4)}  ${words}`);
  return row;
}

async function printSizes(pool: DatabasePool): Promise<void> {
  const { rows } = await pool.query<{ tickets: number; heap: string; index: string; words: number }>(
    `select (select count(*) from ticket_search) as tickets, pg_size_pretty(pg_table_size('ticket_search')) as heap,
       pg_size_pretty(pg_relation_size('ticket_search_tokens')) as index,
       (select avg(cardinality(tokens))::int from (select tokens from ticket_search limit 1000) x) as words`,
  );
  console.log(`${JSON.stringify(rows[0])}\n  median      p95    worst  hits  (milliseconds)`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '100000' },
      characters: { type: 'string', default: '400' },
      fresh: { type: 'string', default: '2000' },
      data: { type: 'string' },
    },
  });
  const { size, characters, fresh, data } = values;
  await benchSearch({
    size: Number(size),
    characters: Number(characters),
    fresh: Number(fresh),
    ...(data && { data }),
  });
}
