import { beforeAll, describe, expect, it } from 'vitest';
import { searchableText } from '../../src/domain/search/searchable-text.ts';
import { wordsOf } from '../../src/domain/search/words.ts';
import { emptyText } from '../../src/domain/ticket/state.ts';
import { newCustomer } from '../../src/server/features/customers/index.ts';
import { findTickets } from '../../src/server/features/search/find-tickets.ts';
import { startTokenFiler } from '../../src/server/features/search/index.ts';
import { KeyRing, segmentOf, ticketsPerSegment } from '../../src/server/platform/crypto/key-ring.ts';
import { seal } from '../../src/server/platform/crypto/seal.ts';
import { createLogger } from '../../src/server/platform/logger.ts';
import { createLanguage, seededRandom } from '../bench/search-language.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const everything = { kind: 'all' } as const;
const ring = new KeyRing(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
const mixed = [
  'iPhone15Pro',
  '订单A2026-0301',
  '13812345678',
  '，',
  '！',
  ' ',
  '3.5元',
  'SF1029384756',
  '😡',
  'VIP客户',
];

/** Texts with numbers, Latin words and punctuation strewn in; tickets lie in several segments. */
function textOf(seed: number): string {
  const random = seededRandom(seed + 99);
  const said = Array.from(createLanguageOnce().text(seed));
  for (let n = 0; n < 8; n++)
    said.splice(Math.floor(random() * said.length), 0, mixed[Math.floor(random() * mixed.length)] ?? '');
  return said.join('');
}

let language: ReturnType<typeof createLanguage> | undefined;
const createLanguageOnce = () => {
  language ??= createLanguage(120);
  return language;
};

describe('recall', () => {
  let database: TestDatabase;
  const ids = Array.from({ length: 100 }, (_, i) => 1 + i * Math.floor((5 * ticketsPerSegment) / 100));

  beforeAll(async () => {
    database = await createTestDatabase();
    for (const id of ids) await insert(database, id, textOf(id));
  });

  it('is at least 99 % for parts of two to six characters, and nothing else is shown', async () => {
    const random = seededRandom(1);
    let missed = 0;
    const asked = 300;
    for (let n = 0; n < asked; n++) {
      const id = ids[Math.floor(random() * ids.length)] ?? 0;
      const points = Array.from(textOf(id));
      const length = 2 + Math.floor(random() * 5);
      const from = Math.floor(random() * (points.length - length));
      const query = points.slice(from, from + length).join('');
      if (!/[\p{L}\p{N}]/u.test(query)) continue;
      const { items } = await findTickets(database.pool, ring, query, { scope: everything, limit: 100 });
      if (!items.some((item) => item.id === id)) missed++;
      const terms = query.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      const isShownRightly = (one: number) => {
        const whole = `T${one} ${textOf(one)}`.toLowerCase();
        return terms.every((term) => whole.includes(term) || whole.replace(/[- ]/g, '').includes(term));
      };
      expect(items.filter((item) => !isShownRightly(item.id)).length, query).toBe(0);
    }
    expect(missed / asked).toBeLessThanOrEqual(0.01);
  }, 120_000);

  it('walks back over segments, newest first, and stops where it has enough', async () => {
    const { items, isPartial } = await findTickets(database.pool, ring, '订单', { scope: everything, limit: 7 });
    expect(items).toHaveLength(7);
    expect(isPartial).toBe(true);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted((a, b) => b - a));
  });
});

describe('filing tokens in the background', () => {
  it('works beside inserts, stops when told, and outlives a database that is gone', async () => {
    const database = await createTestDatabase();
    const warnings: string[] = [];
    const logger = createLogger({ level: 'warn', format: 'json', write: (line) => warnings.push(line) });
    const filer = startTokenFiler({ pool: database.pool, logger });
    await insert(database, 1, '退款一直没有到账');
    await filer.stop();
    const { items } = await findTickets(database.pool, ring, '到账', { scope: everything, limit: 5 });
    expect(items.map(({ id }) => id)).toEqual([1]);
    await database.pool.end();
    await startTokenFiler({ pool: database.pool, logger }).stop();
    expect(warnings).toEqual([]);
  });
});

async function insert({ pool }: TestDatabase, id: number, description: string): Promise<void> {
  const { key, wrapped, profile } = newCustomer(ring, id, { name: '客户', contact: '' });
  const text = { ...emptyText, answers: { registration: { description } } };
  const tokens = ring.tokens(wordsOf(searchableText({ number: `T${id}`, text })), segmentOf(id));
  await pool.query(
    `insert into customer (id, type, data_key, profile, created_at) values ($1, 'individual', $2, $3, now())`,
    [id, wrapped, profile],
  );
  await pool.query(
    `insert into ticket (id, version, number, playbook, playbook_version, stage, status, priority, priority_rank, is_green_lane, channel, customer_id,
       is_waiting, is_breached, received_at, next_due_at, facts, secret, head_hash)
     values ($1, 1, $2, 'x', 1, 'x', 'todo', 'x', 1, false, 'phone', $1, false, false, now(), 'infinity', '{}', $3, '')`,
    [id, `T${id}`, seal(key, JSON.stringify(text), `c${id}`)],
  );
  await pool.query('insert into ticket_search (ticket_id, tokens) values ($1, $2)', [id, tokens]);
}
