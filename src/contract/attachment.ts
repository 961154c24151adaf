import { z } from 'zod';
import { id, idParam } from './common.ts';

/** Files on tickets. They travel as multipart/form-data, one route beside the table of endpoints; see docs/guides/attachments.md. */

/** Uploaded, and not yet on the ticket: the next action names it under `attachments`. Unused ones are gone after a day. */
export const uploadView = z.object({ id, name: z.string(), mediaType: z.string(), bytes: z.int() });
export type UploadView = z.infer<typeof uploadView>;
export const uploadsReply = z.object({ items: z.array(uploadView) });

export const attachmentParams = z.object({ id: idParam, attachment: idParam });
export const attachmentQuery = z.object({ inline: z.enum(['true', 'false']).default('false') });

/** What may be sent at all; said at the doors, so that a page can refuse before it sends. */
export const attachmentLimits = z.object({ bytes: z.int(), count: z.int() });
export type AttachmentLimits = z.infer<typeof attachmentLimits>;

/** Ids of uploads that come with an action. */
export const uploadIds = z.array(id).max(100).default([]);
