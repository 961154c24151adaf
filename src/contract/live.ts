import { z } from 'zod';
import { id } from './common.ts';

/** Server-sent events on `GET /api/v1/live`, event name = `type`. They say what to fetch again, never what was said. */
export const liveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ticket'), id, version: z.int() }),
  z.object({ type: z.literal('notice') }),
  /** Something of it was said, linked or told. */
  z.object({ type: z.literal('incident'), id }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
