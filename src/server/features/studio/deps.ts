import type { Directory } from '../../../domain/ticket/context.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PlaybookRegistry } from '../playbooks/index.ts';
import type { Engine } from '../tickets/index.ts';

/** What the studio works with. */
export type StudioDeps = {
  pool: DatabasePool;
  clock: Clock;
  directory: Directory;
  playbooks: PlaybookRegistry;
  engine: Engine;
};
