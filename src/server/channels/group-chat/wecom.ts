import { bytesOf, fitLines } from '../../../domain/group-chat/fit-lines.ts';
import type { ChatProblem } from '../../../domain/group-chat/problems.ts';
import { isPhoneNumber, type RobotProtocol, refused } from './product.ts';

/**
 * WeCom (企业微信) group robots: https://developer.work.weixin.qq.com/document/path/91770. Text and not Markdown, for only text can mention
 * people by phone number, and what a customer said stays words. There is no signature: the address is the secret.
 */
const mostBytes = 2_048;

const problems: Readonly<Record<number, ChatProblem>> = {
  [-1]: 'busy',
  40008: 'content',
  40058: 'content',
  44004: 'content',
  45002: 'content',
  45009: 'rate-limit',
  45033: 'rate-limit',
  93000: 'address',
  93008: 'address',
};

export const wecom: RobotProtocol = {
  request: ({ url }, { lines, mention, link }) => {
    const tail = link === null ? '' : `\n${link.label}\n${link.url}`;
    // `<@id>` would mention somebody.
    const words = fitLines(
      lines.map((line) => line.replaceAll('<@', '＜@')),
      mostBytes - bytesOf(tail),
    );
    const mentioned = mention === null ? {} : listOf(mention);
    return { url, body: { msgtype: 'text', text: { content: `${words.join('\n')}${tail}`, ...mentioned } } };
  },
  readReply: ({ errcode, errmsg }) => {
    if (typeof errcode !== 'number') return null;
    return errcode === 0 ? { isPosted: true } : refused(problems[errcode] ?? 'refused', errcode, errmsg);
  },
};

const listOf = (mention: string) =>
  isPhoneNumber(mention) ? { mentioned_mobile_list: [mention] } : { mentioned_list: [mention] };
