/** Where wrapped keys lie: the search key and the organisation's own in `setting`, customers' data keys in `customer`. All SQL about them. */
export type KeyDatabase = {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
};

const searchKeyName = 'search-key';
const rotationName = 'key-rotation';

export async function loadSearchKey(db: KeyDatabase): Promise<{ wrapped: Buffer | null; isRotating: boolean }> {
  const { rows } = await db.query('select name, value from setting where name in ($1, $2)', [
    searchKeyName,
    rotationName,
  ]);
  const found = rows as { name: string; value: { wrapped: string } }[];
  const row = found.find(({ name }) => name === searchKeyName);
  return {
    wrapped: row ? Buffer.from(row.value.wrapped, 'base64') : null,
    isRotating: found.some(({ name }) => name === rotationName),
  };
}

/** Keeps the first one where several processes start at once. */
export async function insertSearchKey(db: KeyDatabase, wrapped: Buffer): Promise<void> {
  await db.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [
    searchKeyName,
    JSON.stringify({ wrapped: wrapped.toString('base64') }),
  ]);
}

export async function replaceSearchKey(db: KeyDatabase, wrapped: Buffer): Promise<void> {
  await db.query('update setting set value = $2 where name = $1', [
    searchKeyName,
    JSON.stringify({ wrapped: wrapped.toString('base64') }),
  ]);
}

const organisationKeyName = 'organisation-key';

export async function loadOrganisationKey(db: KeyDatabase): Promise<Buffer | null> {
  const { rows } = await db.query('select value from setting where name = $1', [organisationKeyName]);
  const [row] = rows as { value: { wrapped: string } }[];
  return row ? Buffer.from(row.value.wrapped, 'base64') : null;
}

/** Keeps the first one where several processes start at once. */
export async function insertOrganisationKey(db: KeyDatabase, wrapped: Buffer): Promise<void> {
  await db.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [
    organisationKeyName,
    JSON.stringify({ wrapped: wrapped.toString('base64') }),
  ]);
}

export async function replaceOrganisationKey(db: KeyDatabase, wrapped: Buffer): Promise<void> {
  await db.query('update setting set value = $2 where name = $1', [
    organisationKeyName,
    JSON.stringify({ wrapped: wrapped.toString('base64') }),
  ]);
}

/** While this stands, rows lie under two master keys and no server may start. */
export async function markRotation(db: KeyDatabase): Promise<void> {
  await db.query(
    `insert into setting (name, value) values ($1, jsonb_build_object('startedAt', now())) on conflict (name) do nothing`,
    [rotationName],
  );
}

export async function unmarkRotation(db: KeyDatabase): Promise<void> {
  await db.query('delete from setting where name = $1', [rotationName]);
}

export type WrappedDataKey = { id: number; wrapped: Buffer };

export async function listDataKeys(db: KeyDatabase, afterId: number, limit: number): Promise<WrappedDataKey[]> {
  const { rows } = await db.query(
    'select id, data_key as wrapped from customer where id > $1 and data_key is not null order by id limit $2',
    [afterId, limit],
  );
  return rows as WrappedDataKey[];
}

/** Leaves out customers erased in between. @returns how many rows were changed. */
export async function replaceDataKeys(db: KeyDatabase, keys: readonly WrappedDataKey[]): Promise<number> {
  const { rowCount } = await db.query(
    `update customer set data_key = given.wrapped
     from unnest($1::bigint[], $2::bytea[]) as given (id, wrapped)
     where customer.id = given.id and customer.data_key is not null`,
    [keys.map(({ id }) => id), keys.map(({ wrapped }) => wrapped)],
  );
  return rowCount ?? 0;
}

/** With one connection of ours, every other one of this application is a server's. @throws Error saying what to stop */
export async function refuseRunningServers(db: KeyDatabase): Promise<void> {
  const { rows } = await db.query(
    `select count(*) as others from pg_stat_activity
     where datname = current_database() and application_name like 'huiyin%' and pid <> pg_backend_pid()`,
  );
  const [{ others }] = rows as [{ others: number }];
  if (others === 0) return;
  throw new Error('A Huiyin server is connected to this database. Remedy: stop all of them, then try again.');
}
