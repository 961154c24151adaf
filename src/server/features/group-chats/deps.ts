import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import type { Outbound } from '../../platform/outbound/outbound.ts';
import type { OutputSource } from '../outputs/index.ts';
import type { Engine } from '../tickets/index.ts';

/** What the use cases of group chats work with. */
export type GroupChatDeps = {
  engine: Engine;
  source: OutputSource;
  key: OrganisationKey;
  outbound: Outbound;
  /** Where people reach this server; null where that was not said, and posts hold no link. */
  publicUrl: string | null;
};
