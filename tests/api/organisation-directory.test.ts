import { expect, it, vi } from 'vitest';
import { startListener } from '../../src/server/database/listener.ts';
import { openDirectory } from '../../src/server/features/organisation/index.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { atFileEnd } from '../support/file-end.ts';
import { startTestServer } from '../support/server.ts';
import { addPerson, fromPage, setUp } from './session-server.ts';

it('knows the organisation, hears of changes elsewhere, and catches up after the connection was lost', async () => {
  const server = await startTestServer();
  const { pool } = server.context;
  const { cookie } = await setUp(server);
  const admin = fromPage(server, cookie);
  const listener = await startListener(pool, silentLogger);
  atFileEnd(() => listener.stop());
  const directory = await openDirectory({ pool, listener, logger: silentLogger });
  expect(directory.staff(1)).toMatchObject({ id: 1, name: '王敏', supervisor: null, isActive: true });
  expect(directory.staff(2)).toBeNull();
  expect(directory.department('product')).toMatchObject({ code: 'product', contact: null, isActive: true });
  expect(directory.department('nowhere')).toBeNull();

  const agent = await addPerson(server, cookie, {
    login: 'lilei',
    roles: ['agent', 'contact'],
    departments: ['product', 'logistics'],
  });
  await vi.waitFor(() => expect(directory.staff(agent.id)).not.toBeNull());
  expect(directory.staffOf('product')).toEqual([agent.id]);
  expect(directory.withRole('contact')).toEqual([agent.id]);
  expect(directory.withRole('agent')).toEqual([1, agent.id]);
  expect(directory.withRole('quality')).toEqual([]);

  await admin('PATCH', `/staff/${agent.id}`, { isActive: false });
  await vi.waitFor(() => expect(directory.staff(agent.id)?.isActive).toBe(false));
  expect(directory.staffOf('product')).toEqual([]);
  expect(directory.withRole('agent')).toEqual([1]);

  await pool.query(`update staff set name = '改名' where id = 1`);
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'huiyin-listener' and datname = current_database()`,
  );
  await vi.waitFor(() => expect(directory.staff(1)?.name).toBe('改名'), { timeout: 5000 });
  await admin('PATCH', '/staff/1', { name: '再改' });
  await vi.waitFor(() => expect(directory.staff(1)?.name).toBe('再改'), { timeout: 5000 });
});
