import { createHmac } from 'node:crypto';
import { bytesOf, fitLines } from '../../../domain/group-chat/fit-lines.ts';
import type { ChatProblem } from '../../../domain/group-chat/problems.ts';
import { isPhoneNumber, type Robot, type RobotProtocol, refused } from './product.ts';

/**
 * DingTalk (钉钉) custom robots: https://open.dingtalk.com/document/robots/custom-robot-access. Text and not Markdown, so that what a customer
 * said stays words. A robot has at least one safeguard: a signature, a keyword that each message must hold, or a list of senders.
 */
const mostBytes = 15_000;

const problems: Readonly<Record<number, ChatProblem>> = {
  [-1]: 'busy',
  40035: 'content',
  90030: 'rate-limit',
  130101: 'rate-limit',
  130102: 'rate-limit',
  302033: 'rate-limit',
  410100: 'rate-limit',
  300001: 'address',
  300005: 'address',
  400013: 'address',
  400101: 'address',
  400102: 'address',
  400106: 'address',
  430101: 'content',
  430102: 'content',
  430103: 'content',
  430104: 'content',
  460101: 'content',
};

export const dingtalk: RobotProtocol = {
  request: (robot, { lines, mention, link }, now) => {
    const tail = link === null ? '' : `\n${link.label}\n${link.url}`;
    // Whoever is mentioned has to stand in the text as well, else nobody is alerted.
    const at = mention === null ? '' : `\n@${mention}`;
    const words = fitLines(lines, mostBytes - bytesOf(tail) - bytesOf(at));
    const text = { content: `${words.join('\n')}${tail}${at}` };
    return { url: signed(robot, now), body: { msgtype: 'text', text, at: { ...listOf(mention), isAtAll: false } } };
  },
  readReply: ({ errcode, errmsg }) => {
    if (typeof errcode !== 'number') return null;
    if (errcode === 0) return { isPosted: true };
    return refused(errcode === 310000 ? safeguard(errmsg) : (problems[errcode] ?? 'refused'), errcode, errmsg);
  },
};

const listOf = (mention: string | null) =>
  mention === null ? {} : isPhoneNumber(mention) ? { atMobiles: [mention] } : { atUserIds: [mention] };

/** One code for all three safeguards; its words say which. */
function safeguard(words: unknown): ChatProblem {
  const said = String(words).toLowerCase();
  if (said.includes('keyword') || said.includes('关键词')) return 'keyword';
  if (said.includes('whitelist') || said.includes('白名单')) return 'sender';
  return said.includes('sign') || said.includes('timestamp') || said.includes('签名') ? 'signature' : 'refused';
}

function signed({ url, secret }: Robot, now: number): string {
  if (secret === null) return url;
  const to = new URL(url);
  to.searchParams.set('timestamp', String(now));
  to.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'));
  return to.toString();
}
