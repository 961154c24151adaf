import { randomBytes } from 'node:crypto';
import { wordsOf } from '../../src/domain/search/words.ts';
import { emptyText } from '../../src/domain/ticket/state.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { newCustomer } from '../../src/server/features/customers/index.ts';
import { type KeyRing, segmentOf } from '../../src/server/platform/crypto/key-ring.ts';
import { seal } from '../../src/server/platform/crypto/seal.ts';
import { createLanguage, type Language } from './search-language.ts';

/**
 * Tickets made of an invented language, whose words are as unevenly common as those of a real one (Zipf), really encrypted and indexed.
 * Bulk loaded, the index built afterwards; the last `fresh` ones go in one by one, as in a running system.
 */
export type Fill = { size: number; fresh: number; characters: number };

const batchSize = 500;

export async function fill(pool: DatabasePool, ring: KeyRing, { size, fresh, characters }: Fill): Promise<Language> {
  const language = createLanguage(characters);
  const { rows } = await pool.query<{ count: number }>('select count(*) from ticket_search');
  if (rows[0]?.count === size) return language;
  await pool.query('set client_min_messages = warning; truncate ticket_search, ticket, customer cascade');
  await pool.query('drop index ticket_search_tokens');
  await insertTickets(pool, ring, language, 1, size - fresh);
  await pool.query('create index ticket_search_tokens on ticket_search using gin (tokens) with (fastupdate = on)');
  await insertTickets(pool, ring, language, size - fresh + 1, size);
  await pool.query('vacuum (analyze) ticket');
  await pool.query('analyze ticket_search');
  return language;
}

async function insertTickets(pool: DatabasePool, ring: KeyRing, language: Language, from: number, to: number) {
  const began = performance.now();
  for (let first = from; first <= to; first += batchSize) {
    await insertBatch(pool, ring, language, first, Math.min(first + batchSize - 1, to));
    if (first % 20_000 < batchSize) process.stderr.write(`\r${first} of ${to} tickets`);
  }
  process.stderr.write(`\r${to} tickets after ${Math.round((performance.now() - began) / 1000)} s\n`);
}

async function insertBatch(pool: DatabasePool, ring: KeyRing, language: Language, first: number, last: number) {
  const ids = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const rows = ids.map((id) => {
    const description = language.text(id);
    const { key, wrapped, profile } = newCustomer(ring, id, { name: language.word(id) });
    const secret = seal(key, JSON.stringify({ ...emptyText, answers: { registration: { description } } }), `c${id}`);
    return { wrapped, profile, secret, tokens: ring.tokens(wordsOf(`B${id}\n${description}`), segmentOf(id)) };
  });
  await pool.query(
    `with given as (select * from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[], $5::text[])
         as x (id, wrapped, profile, secret, tokens)),
       c as (insert into customer (id, type, data_key, profile, created_at) select id, 'normal', wrapped, profile, now() from given),
       t as (insert into ticket (id, version, number, playbook, playbook_version, stage, status, priority, priority_rank, is_green_lane, channel,
           customer_id, department, is_waiting, is_breached, received_at, next_due_at, facts, secret, head_hash)
         select id, 1, 'B' || id, 'bench', 1, 'received', case when id % 10 = 0 then 'open' else 'closed' end, 'normal', 2, false, 'phone',
           id, case when id % 1000 = 0 then 'small' end, false, false, now() - (${last} - id) * interval '30 seconds', 'infinity', '{}', secret, $6 from given)
     insert into ticket_search (ticket_id, tokens) select id, tokens::int[] from given`,
    [
      ids,
      rows.map((row) => row.wrapped),
      rows.map((row) => row.profile),
      rows.map((row) => row.secret),
      rows.map((row) => `{${row.tokens.join(',')}}`),
      randomBytes(32),
    ],
  );
}
