import { z } from 'zod';

/** The filters of the page of phrases, as they stand in the address. */
export const phrasesSearch = z.object({
  words: z.coerce.string().max(100).optional().catch(undefined),
  situation: z.string().max(60).optional().catch(undefined),
});
