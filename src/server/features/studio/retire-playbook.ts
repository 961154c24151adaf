import { Refusal } from '../../../domain/refusal.ts';
import { transaction } from '../../database/pool.ts';
import { bringDepartments } from '../organisation/index.ts';
import { announcePublication } from '../playbooks/index.ts';
import type { StudioDeps } from './deps.ts';
import { countOthersInForce, latestVersion, setRetired } from './store.ts';

/**
 * Takes a playbook out of use for new tickets, or back into it, with the departments it hands work to; running tickets go on under it either
 * way. Safe to ask twice.
 * @throws Refusal playbook.unknown, playbook.last-in-force
 */
export async function setPlaybookRetired(deps: StudioDeps, id: string, isRetired: boolean): Promise<void> {
  const latest = await latestVersion(deps.pool, id);
  const { source } = deps.playbooks.get(id, latest || undefined);
  await transaction(deps.pool, async (client) => {
    if (isRetired && (await countOthersInForce(client, id)) === 0)
      throw new Refusal('playbook.last-in-force', 'id', { id });
    if (!isRetired) await bringDepartments(client, source.departments);
    if (await setRetired(client, id, isRetired)) await announcePublication(client);
  });
  await deps.playbooks.reload();
}
