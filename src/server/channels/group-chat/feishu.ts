import { createHmac } from 'node:crypto';
import { fitLines } from '../../../domain/group-chat/fit-lines.ts';
import type { ChatProblem } from '../../../domain/group-chat/problems.ts';
import { type GroupMessage, isPhoneNumber, type Robot, type RobotProtocol, refused } from './product.ts';

/**
 * Feishu (飞书, Lark) custom robots: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot. Rich text (`post`), whose text parts
 * are only text, where a plain message would read `<at …>` in a customer's words as a mention. They know people by Open ID or User ID, never
 * by phone number.
 */
const mostBytes = 15_000;

const problems: Readonly<Record<number, ChatProblem>> = {
  2200: 'busy',
  9499: 'content',
  11232: 'rate-limit',
  11233: 'rate-limit',
  19001: 'address',
  19002: 'content',
  19005: 'address',
  19021: 'signature',
  19022: 'sender',
  19024: 'keyword',
  99991400: 'rate-limit',
};

export const feishu: RobotProtocol = {
  request: ({ url, secret }, message, now) => ({
    url,
    body: {
      ...(secret === null ? {} : signature(secret, now)),
      msg_type: 'post',
      content: { post: { zh_cn: postOf(message) } },
    },
  }),
  readReply: ({ code, msg, StatusCode }) => {
    const number = typeof code === 'number' ? code : StatusCode;
    if (typeof number !== 'number') return null;
    return number === 0 ? { isPosted: true } : refused(problems[number] ?? 'refused', number, msg);
  },
};

function postOf({ lines, mention, link }: GroupMessage) {
  const [title = '', ...rest] = fitLines(lines, mostBytes);
  const content: object[][] = rest.map((text) => [{ tag: 'text', text }]);
  if (mention !== null && !isPhoneNumber(mention)) content.unshift([{ tag: 'at', user_id: mention }]);
  if (link !== null) content.push([{ tag: 'a', text: link.label, href: link.url }]);
  return { title, content };
}

/** The key is what is signed, and nothing is signed by it: so it is documented. */
function signature(secret: NonNullable<Robot['secret']>, now: number) {
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}
