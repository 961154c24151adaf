import type { PoolClient, Queryable } from '../../database/pool.ts';

/** SQL of what is known of the organisation as a whole, in table `setting`. */
export type SetupState = { keyHashes?: string[]; doneAt?: string };
export type OrganisationSetting = { name: string; playbook: string };

/** The row is there and locked afterwards, so that two starts or two set-ups at once follow each other. */
export async function lockSetup(client: PoolClient): Promise<SetupState> {
  await client.query(`insert into setting (name, value) values ('setup', '{}') on conflict (name) do nothing`);
  const { rows } = await client.query<{ value: SetupState }>(
    `select value from setting where name = 'setup' for update`,
  );
  return rows[0]?.value ?? {};
}

export async function readSetup(database: Queryable): Promise<SetupState> {
  const { rows } = await database.query<{ value: SetupState }>(`select value from setting where name = 'setup'`);
  return rows[0]?.value ?? {};
}

export async function saveSetup(client: PoolClient, state: SetupState): Promise<void> {
  await client.query(`update setting set value = $1 where name = 'setup'`, [JSON.stringify(state)]);
}

export async function saveOrganisation(client: PoolClient, organisation: OrganisationSetting): Promise<void> {
  await client.query(
    `insert into setting (name, value) values ('organisation', $1)
     on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(organisation)],
  );
}

/** The playbook that the organisation works by first of all; undefined before set-up. */
export async function chosenPlaybook(database: Queryable): Promise<string | undefined> {
  return (await readOrganisationSetting(database))?.playbook;
}

export async function readOrganisationSetting(database: Queryable): Promise<OrganisationSetting | null> {
  const { rows } = await database.query<{ value: OrganisationSetting }>(
    `select value from setting where name = 'organisation'`,
  );
  return rows[0]?.value ?? null;
}
