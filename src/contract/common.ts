import { z } from 'zod';
import { instantRange } from '../domain/time/instant.ts';

/** Ids are positive safe integers; times are ISO 8601 in UTC on the way out, with any offset on the way in. */
export const id = z.int().positive();
export const idParam = z.coerce.number().int().positive();
export const idParams = z.object({ id: idParam });
export const instant = z.iso.datetime();
const inRange = {
  zh: '须在 1970 年至 2199 年之间',
  en: 'Must lie between 1970 and 2199',
};
/** Later years do not fit the replies, and no calendar reaches that far. */
const isInRange = (text: string) => {
  const at = Date.parse(text);
  return Number.isNaN(at) || (at >= instantRange.from && at < instantRange.to);
};
export const instantIn = z.iso.datetime({ offset: true }).refine(isInRange, { error: inRange.en, params: inRange });
export const dayIn = z.iso.date().refine(isInRange, { error: inRange.en, params: inRange });
export const code = z.string().max(60);
export const names = z.object({ zh: z.string(), en: z.string() });
export type Names = z.infer<typeof names>;

/** Free text a person writes: trimmed, bounded. */
export const freeText = (max: number) => z.string().trim().max(max);

export const answerValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(2_000)).max(100),
  z.array(z.number()).max(100),
  z.record(z.string().max(60), z.string().max(60)),
]);
export const answers = z.record(z.string().max(60), answerValue);

/** Keyset pages: pass `next` back as `after` to go on; absent on the last page. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });
export const pageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
