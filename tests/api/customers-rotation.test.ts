import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import { newCustomer, openProfile } from '../../src/server/features/customers/index.ts';
import type { KeyRing } from '../../src/server/platform/crypto/key-ring.ts';
import type { KeyDatabase } from '../../src/server/platform/crypto/key-store.ts';
import { MasterKeyError, openKeyRing } from '../../src/server/platform/crypto/open-key-ring.ts';
import { openOrganisationKey } from '../../src/server/platform/crypto/organisation-key.ts';
import { rotateMasterKey } from '../../src/server/platform/crypto/rotate-master-key.ts';
import { open, seal, UnsealError } from '../../src/server/platform/crypto/seal.ts';
import { createTestDatabase } from '../support/database.ts';

const customers = 25;

describe('the key ring of a database', () => {
  let pool: DatabasePool;
  const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];

  beforeEach(async () => {
    ({ pool } = await createTestDatabase());
    const ring = await openKeyRing(pool, oldKey);
    for (let id = 1; id <= customers; id++) await insert(ring, id);
    await pool.query('update customer set data_key = null, erased_at = now() where id = 7');
  });

  const insert = (ring: KeyRing, id: number) => {
    const { wrapped, profile } = newCustomer(ring, id, { name: `客户${id}` });
    const values = [id, wrapped, profile];
    return pool.query(
      `insert into customer (id, type, data_key, profile, created_at) values ($1, 'individual', $2, $3, now())`,
      values,
    );
  };
  const readNames = async (ring: KeyRing) => {
    const { rows } = await pool.query<{ id: number; data_key: Buffer; profile: Buffer }>(
      'select id, data_key, profile from customer where data_key is not null order by id',
    );
    return rows.map(({ id, data_key, profile }) => openProfile(ring.unwrap(data_key), id, profile).name);
  };
  const namesExpected = Array.from({ length: customers }, (_, i) => `客户${i + 1}`).filter((name) => name !== '客户7');

  it('has one search key, however many processes start at once', async () => {
    const { pool: fresh } = await createTestDatabase();
    const rings = await Promise.all(Array.from({ length: 5 }, () => openKeyRing(fresh, oldKey)));
    expect(new Set(rings.map((ring) => ring.contactHash('x').toString('hex'))).size).toBe(1);
  });

  it('does not open under another master key, and says so', async () => {
    await expect(openKeyRing(pool, newKey)).rejects.toThrow(MasterKeyError);
    await expect(openKeyRing(pool, newKey)).rejects.toThrow(/not the one this database was written under/);
  });

  it('opens under the new master key only after a rotation, and finds and reads all as before', async () => {
    const hash = (await openKeyRing(pool, oldKey)).contactHash('13812345678');
    expect(await rotateMasterKey(pool, oldKey, newKey, { batchSize: 10 })).toEqual({ rewrapped: 24, alreadyNew: 0 });
    const ring = await openKeyRing(pool, newKey);
    expect(await readNames(ring)).toEqual(namesExpected);
    expect(ring.contactHash('13812345678')).toEqual(hash);
    await expect(openKeyRing(pool, oldKey)).rejects.toThrow(MasterKeyError);
  });

  it('keeps what lies under the organisation’s own key readable', async () => {
    const before = await openOrganisationKey(pool, await openKeyRing(pool, oldKey));
    const sealed = seal(before(), '案例', 'case:1:v1');
    await rotateMasterKey(failingAfter(pool, 4), oldKey, newKey).catch(() => {});
    await rotateMasterKey(pool, oldKey, newKey);
    const after = await openOrganisationKey(pool, await openKeyRing(pool, newKey));
    expect(open(after(), sealed, 'case:1:v1')).toBe('案例');
  });

  it('interrupted half-way, lets no server start, and goes on where it stopped', async () => {
    await expect(rotateMasterKey(failingAfter(pool, 6), oldKey, newKey, { batchSize: 5 })).rejects.toThrow('cut off');
    for (const key of [oldKey, newKey]) await expect(openKeyRing(pool, key)).rejects.toThrow(/rotate-key.*again/);
    const { rewrapped, alreadyNew } = await rotateMasterKey(pool, oldKey, newKey, { batchSize: 5 });
    expect(rewrapped).toBeGreaterThan(0);
    expect(alreadyNew).toBeGreaterThan(0);
    expect(rewrapped + alreadyNew).toBe(24);
    expect(await readNames(await openKeyRing(pool, newKey))).toEqual(namesExpected);
  });

  it('can be cut off at every single statement without losing a key', async () => {
    for (let statements = 0; statements < 8; statements++)
      await rotateMasterKey(failingAfter(pool, statements), oldKey, newKey, { batchSize: 9 }).catch(() => {});
    await rotateMasterKey(pool, oldKey, newKey);
    expect(await rotateMasterKey(pool, oldKey, newKey)).toEqual({ rewrapped: 0, alreadyNew: 24 });
    expect(await readNames(await openKeyRing(pool, newKey))).toEqual(namesExpected);
  });

  it('names the customer whose key neither master key opens', async () => {
    await pool.query('update customer set data_key = $1 where id = 3', [randomBytes(61)]);
    await expect(rotateMasterKey(pool, oldKey, newKey)).rejects.toThrow(UnsealError);
    await expect(rotateMasterKey(pool, oldKey, newKey)).rejects.toThrow(/customer 3/);
  });

  it('is not turned with a wrong old key', async () => {
    await expect(rotateMasterKey(pool, randomBytes(32), newKey)).rejects.toThrow(MasterKeyError);
    expect(await readNames(await openKeyRing(pool, oldKey))).toEqual(namesExpected);
  });
});

/** The database goes away after so many statements. */
function failingAfter(pool: DatabasePool, statements: number): KeyDatabase {
  let left = statements;
  return {
    query: async (sql, values) => {
      if (left-- <= 0) throw new Error('cut off');
      return pool.query(sql, values);
    },
  };
}
