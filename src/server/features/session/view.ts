import type { MeView } from '../../../contract/organisation.ts';
import { mayRegister } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Queryable } from '../../database/pool.ts';
import type { Member } from './actor-of.ts';
import { findMe } from './store.ts';

/** Who is signed in. A program is shown as its token: the token's id and name, no login. */
export async function readMe(database: Queryable, { kind, id }: Pick<Member, 'kind' | 'id'>): Promise<MeView> {
  const me = await findMe(database, kind, id);
  if (!me) throw new Refusal('auth.required');
  const may = { register: mayRegister({ ...me, kind }) };
  return { ...me, isActive: true, organisation: me.organisation ?? '', may };
}
