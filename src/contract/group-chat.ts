import { z } from 'zod';
import { chatProblemNames } from '../domain/group-chat/problems.ts';
import { chatProducts } from '../domain/group-chat/products.ts';
import { code, freeText, idParam, idParams, instant } from './common.ts';

/** The group chats of departments, in which robots post their hand-offs. */
const language = z.enum(['zh', 'en']);

/** The address and the secret are never shown again; `address` is enough to tell one robot from another. */
export const groupChatView = z.object({
  department: code,
  product: z.enum(chatProducts),
  address: z
    .string()
    .nullable()
    .describe(
      'Host and last four characters of the robot’s address; null where it can no longer be read and has to be set anew',
    ),
  hasSecret: z.boolean(),
  language,
  isOn: z.boolean(),
  changedAt: instant,
  /** Hand-offs that could not be posted there in the last 30 days, and when one last was. */
  failed: z.int(),
  lastPostedAt: instant.nullable(),
});
export type GroupChatView = z.infer<typeof groupChatView>;

export const groupChatBody = z.strictObject({
  product: z.enum(chatProducts),
  url: freeText(1000).min(1).optional().describe('Left out: the one that is kept'),
  secret: freeText(200)
    .min(1)
    .nullable()
    .optional()
    .describe('What signs the messages; null for none. Left out: the one that is kept of the same product'),
  language: language.default('zh').describe('What the posts are written in'),
  isOn: z.boolean().default(true),
});
export type GroupChatBody = z.infer<typeof groupChatBody>;

const problem = z.enum(chatProblemNames);
/** What the robot said to a test; `answer` is in its own words. */
export const chatTest = z.object({ isPosted: z.boolean(), problem: problem.nullable(), answer: z.string() });
export type ChatTest = z.infer<typeof chatTest>;

export const postStatuses = ['waiting', 'posted', 'failed', 'dropped'] as const;
/** One hand-off in the group chat of its department. */
export const groupChatPost = z.object({
  /** The event that it is about. */
  seq: z.int(),
  department: code,
  isCurrent: z.boolean().describe('Whether it is about the last hand-off; a later one need not have been posted'),
  handedOffAt: instant,
  status: z
    .enum(postStatuses)
    .describe('`dropped`: the hand-off was over, or the robot gone, before it could be posted'),
  tries: z.int(),
  /** When it is tried next, while it waits. */
  nextAt: instant.nullable(),
  settledAt: instant.nullable(),
  problem: problem.nullable(),
  answer: z.string(),
});
export type GroupChatPost = z.infer<typeof groupChatPost>;

const departmentParams = z.object({ department: code });
const tag = 'group-chats';

export const groupChatEndpoints = {
  listGroupChats: {
    method: 'GET',
    path: '/group-chats',
    tag,
    summary: 'The group chats of departments; `hasLinks`: whether posts can hold a link to the ticket',
    reply: z.object({ items: z.array(groupChatView), hasLinks: z.boolean() }),
  },
  saveGroupChat: {
    method: 'POST',
    path: '/group-chats/{department}',
    tag,
    summary: 'Set or change the robot of a department’s group chat',
    params: departmentParams,
    body: groupChatBody,
    reply: groupChatView,
    repeats: 'guarded',
  },
  removeGroupChat: {
    method: 'DELETE',
    path: '/group-chats/{department}',
    tag,
    summary: 'Forget the robot: nothing is posted any more',
    params: departmentParams,
    reply: z.null(),
    status: 204,
  },
  testGroupChat: {
    method: 'POST',
    path: '/group-chats/{department}/test',
    tag,
    summary: 'Post a test message now, and say what the robot answered',
    params: departmentParams,
    body: z.strictObject({}),
    reply: chatTest,
  },
  listGroupChatPosts: {
    method: 'GET',
    path: '/tickets/{id}/group-chat-posts',
    tag,
    summary: 'What became of posting a ticket’s hand-offs in group chats, the latest first',
    params: idParams,
    reply: z.object({ items: z.array(groupChatPost) }),
  },
  postAgain: {
    method: 'POST',
    path: '/tickets/{id}/group-chat-posts/{seq}/again',
    tag,
    summary: 'Try once more to post a hand-off that could not be posted',
    params: z.object({ id: idParam, seq: idParam }),
    body: z.strictObject({}),
    reply: z.object({ items: z.array(groupChatPost) }),
    repeats: 'guarded',
  },
} as const;
