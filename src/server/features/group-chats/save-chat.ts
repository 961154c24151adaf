import type { GroupChatBody } from '../../../contract/group-chat.ts';
import { productOfHost } from '../../../domain/group-chat/products.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Robot } from '../../channels/group-chat/product.ts';
import type { GroupChatDeps } from './deps.ts';
import { readRobot, sealRobot } from './sealed-robot.ts';
import { findChat, hasDepartment, upsertChat } from './store-chats.ts';
import { hastenDepartment } from './store-posts.ts';

/**
 * Sets a department's robot or changes it; what is left out of address and secret stays as it lies, a secret only with its product. What waits is tried at once.
 * @throws Refusal group-chat.unknown-department, group-chat.needs-address, group-chat.address, group-chat.other-product
 */
export async function saveChat(
  deps: Pick<GroupChatDeps, 'engine' | 'key' | 'outbound'>,
  department: string,
  { product, url, secret, language, isOn }: GroupChatBody,
): Promise<void> {
  const { pool, clock } = deps.engine;
  if (!(await hasDepartment(pool, department)))
    throw new Refusal('group-chat.unknown-department', 'department', { given: department });
  const known = await findChat(pool, department);
  const kept = known && readRobot(deps.key, department, known.secret);
  const keptSecret = (known?.product === product && kept?.secret) || null;
  const robot: Robot = { url: url ?? kept?.url ?? '', secret: secret === undefined ? keptSecret : secret };
  checkAddress(deps, product, robot.url);
  const sealed = sealRobot(deps.key, department, robot);
  const now = clock.now();
  await upsertChat(pool, { department, product, language, isOn, secret: sealed, changedAt: now });
  await hastenDepartment(pool, department, now);
}

function checkAddress({ outbound }: Pick<GroupChatDeps, 'outbound'>, product: string, url: string): void {
  if (url === '') throw new Refusal('group-chat.needs-address', 'url');
  const problem = outbound.refusalOf(url);
  if (problem !== null) throw new Refusal('group-chat.address', 'url', { problem });
  const owner = productOfHost(new URL(url).hostname);
  if (owner !== null && owner !== product) throw new Refusal('group-chat.other-product', 'url', { product: owner });
}
