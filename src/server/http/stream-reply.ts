import { z } from 'zod';

/** How a route that answers with something else than JSON says so in the documentation; nothing is checked by it. */
export function streamReply(type: string, description: string) {
  return { 200: { description, content: { [type]: { schema: z.string().meta({ format: 'binary' }) } } } };
}
