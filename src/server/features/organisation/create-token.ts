import type { z } from 'zod';
import type { tokenBody } from '../../../contract/organisation.ts';
import type { Queryable } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import { newToken } from '../session/index.ts';
import { checkDepartments } from './known-departments.ts';
import { listDepartments } from './store.ts';
import { insertToken, type TokenRow } from './store-tokens.ts';

/** The token is given out here, once: only its hash is kept. @throws Refusal staff.unknown-department */
export async function createToken(
  { pool, clock }: { pool: Queryable; clock: Clock },
  { name, roles, departments }: z.output<typeof tokenBody>,
): Promise<{ row: TokenRow; token: string }> {
  if (departments.length > 0) {
    const known = await listDepartments(pool);
    checkDepartments(
      known.map(({ code }) => code),
      departments,
    );
  }
  const { token, hash } = newToken();
  return { row: await insertToken(pool, { name, roles, departments, hash, now: clock.now() }), token };
}
