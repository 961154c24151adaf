import { Client } from 'pg';
import { expect, it } from 'vitest';
import { explainFailure } from '../../src/server/database/postgres-failure.ts';
import { explainConnectError } from '../../src/server/database/reach-database.ts';

const place = new Client({ connectionString: 'postgres://who:secret@db.example:6000/desk' });
const failed = (code: string, message: string) =>
  explainConnectError(Object.assign(new Error(message), { code }), place);

it('what keeps the database of DATABASE_URL from being used comes with its remedy', () => {
  expect(failed('28P01', 'password authentication failed for user "who"').message).toBe(
    'The database at db.example:6000 cannot be used: password authentication failed for user "who". ' +
      'Remedy: correct user and password in DATABASE_URL, or let who in with pg_hba.conf.',
  );
  expect(failed('3D000', 'database "desk" does not exist').message).toMatch(/Remedy: create it \(createdb desk\)/);
  expect(failed('ECONNREFUSED', '').message).toMatch(/cannot be used: ECONNREFUSED\. Remedy: start PostgreSQL there/);
  expect(explainConnectError(new Error('timeout expired'), place).message).toMatch(/Remedy: start PostgreSQL there/);
  expect(failed('XX000', 'a bug').message).toBe('a bug');
});

it('a user whom the machine does not know is told to become known', () => {
  const said = 'initdb: could not look up effective user ID 4242: user does not exist';
  expect(explainFailure('It could not be created', said, '/data').message).toMatch(/Remedy: .*useradd.*DATABASE_URL/);
});
