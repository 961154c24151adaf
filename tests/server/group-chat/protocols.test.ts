import { describe, expect, it } from 'vitest';
import { dingtalk } from '../../../src/server/channels/group-chat/dingtalk.ts';
import { feishu } from '../../../src/server/channels/group-chat/feishu.ts';
import type { GroupMessage, RobotProtocol } from '../../../src/server/channels/group-chat/product.ts';
import { wecom } from '../../../src/server/channels/group-chat/wecom.ts';

const lines = ['【需求传递】CS202603（高）', '@李工 技术部', '核心诉求：\n1. 今天内到账'];
const link = { label: '打开工单', url: 'https://huiyin.example.com/tickets/3' };
const message = (more: Partial<GroupMessage> = {}): GroupMessage => ({ lines, mention: null, link, ...more });
const now = 1_700_000_000_000;
const bytes = (text: string) => Buffer.byteLength(text);

describe('a WeCom robot', () => {
  const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6';
  const bodyOf = (more: Partial<GroupMessage>) =>
    wecom.request({ url, secret: null }, message(more), now).body as {
      msgtype: string;
      text: { content: string; mentioned_mobile_list?: string[]; mentioned_list?: string[] };
    };

  it('is sent text, with whom it mentions by phone number or by id', () => {
    expect(wecom.request({ url, secret: null }, message(), now)).toEqual({
      url,
      body: { msgtype: 'text', text: { content: [...lines, link.label, link.url].join('\n') } },
    });
    expect(bodyOf({ mention: '13800001111' }).text.mentioned_mobile_list).toEqual(['13800001111']);
    expect(bodyOf({ mention: 'wangqing' }).text.mentioned_list).toEqual(['wangqing']);
  });

  it('takes 2,048 bytes: what is long is shortened, the title and the link stay', () => {
    const { content } = bodyOf({ lines: [...lines, `场景：${'等'.repeat(4000)}`, '紧急理由：客户要向监管反映'] }).text;
    expect(bytes(content)).toBeLessThanOrEqual(2_048);
    expect(bytes(content)).toBeGreaterThan(2_000);
    for (const part of [...lines, '等…', '紧急理由：客户要向监管反映', link.url]) expect(content).toContain(part);
  });

  it('mentions nobody whom a customer wrote into the words', () => {
    expect(bodyOf({ lines: ['客户：<@all> <@zhang>'] }).text.content).not.toContain('<@');
  });
});

describe('a DingTalk robot', () => {
  const url = 'https://oapi.dingtalk.com/robot/send?access_token=566cc69d';

  it('is sent text, and whom it mentions stands in it as well', () => {
    expect(dingtalk.request({ url, secret: null }, message({ mention: '13800001111' }), now)).toEqual({
      url,
      body: {
        msgtype: 'text',
        text: { content: [...lines, link.label, link.url, '@13800001111'].join('\n') },
        at: { atMobiles: ['13800001111'], isAtAll: false },
      },
    });
    expect(dingtalk.request({ url, secret: null }, message({ mention: 'manager4220' }), now).body).toMatchObject({
      at: { atUserIds: ['manager4220'] },
    });
  });

  // printf '1700000000000\nSECdemo' | openssl dgst -sha256 -hmac SECdemo -binary | base64
  it('is signed with time and secret in the address', () => {
    const signed = new URL(dingtalk.request({ url, secret: 'SECdemo' }, message(), now).url);
    expect(Object.fromEntries(signed.searchParams)).toEqual({
      access_token: '566cc69d',
      timestamp: '1700000000000',
      sign: 'lOvVf9TQCVugV68mGbSZCg0gzOl1SVjxWi1MyVZCUuA=',
    });
    expect(signed.search).toContain('sign=lOvVf9TQCVugV68mGbSZCg0gzOl1SVjxWi1MyVZCUuA%3D');
  });
});

describe('a Feishu robot', () => {
  const url = 'https://open.feishu.cn/open-apis/bot/v2/hook/a1b2c3';
  const bodyOf = (more: Partial<GroupMessage>, secret: string | null = null, at = now) =>
    feishu.request({ url, secret }, message(more), at).body as Record<string, unknown>;

  it('is sent rich text, whose parts are no more than text', () => {
    expect(bodyOf({ lines: ['标题', '<at user_id="all">所有人</at>'], mention: 'ou_18eac8' })).toEqual({
      msg_type: 'post',
      content: {
        post: {
          zh_cn: {
            title: '标题',
            content: [
              [{ tag: 'at', user_id: 'ou_18eac8' }],
              [{ tag: 'text', text: '<at user_id="all">所有人</at>' }],
              [{ tag: 'a', text: link.label, href: link.url }],
            ],
          },
        },
      },
    });
  });

  it('mentions nobody by phone number, which it does not know people by', () => {
    expect(JSON.stringify(bodyOf({ mention: '13800001111' }))).not.toContain('"at"');
  });

  // The time is that of the product's own documentation; others' implementations give the same for this secret.
  it('is signed with seconds and secret in the body', () => {
    expect(bodyOf({}, 'demo', 1_599_360_473_999)).toMatchObject({
      timestamp: '1599360473',
      sign: 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=',
    });
    expect(bodyOf({})).not.toHaveProperty('sign');
  });
});

describe('what robots answer', () => {
  it.each<[string, RobotProtocol, Record<string, unknown>, string]>([
    ['WeCom', wecom, { errcode: 93000, errmsg: 'invalid webhook url' }, 'address'],
    ['WeCom', wecom, { errcode: 45009, errmsg: 'api freq out of limit' }, 'rate-limit'],
    ['WeCom', wecom, { errcode: 40058, errmsg: 'text.content exceed max length 2048' }, 'content'],
    ['WeCom', wecom, { errcode: -1, errmsg: 'system busy' }, 'busy'],
    ['WeCom', wecom, { errcode: 12345, errmsg: 'something new' }, 'refused'],
    ['DingTalk', dingtalk, { errcode: 310000, errmsg: 'keywords not in content' }, 'keyword'],
    ['DingTalk', dingtalk, { errcode: 310000, errmsg: 'sign not match' }, 'signature'],
    ['DingTalk', dingtalk, { errcode: 310000, errmsg: 'ip 10.10.10.10 not in whitelist' }, 'sender'],
    ['DingTalk', dingtalk, { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 'rate-limit'],
    ['DingTalk', dingtalk, { errcode: 300001, errmsg: 'token is not exist' }, 'address'],
    ['Feishu', feishu, { code: 19021, msg: 'sign match fail or timestamp is not within one hour' }, 'signature'],
    ['Feishu', feishu, { code: 19024, msg: 'Key Words Not Found' }, 'keyword'],
    ['Feishu', feishu, { code: 19022, msg: 'Ip Not Allowed' }, 'sender'],
    ['Feishu', feishu, { code: 11232, msg: 'frequency limited psm' }, 'rate-limit'],
    ['Feishu', feishu, { code: 19001, msg: 'incoming webhook access token invalid' }, 'address'],
  ])('%s: %s %j means %s', (_name, { readReply }, body, problem) => {
    expect(readReply(body)).toEqual({
      isPosted: false,
      problem,
      answer: `${body.errcode ?? body.code} ${body.errmsg ?? body.msg}`,
    });
  });

  it('is done with zero, under each product’s own name, and nothing else', () => {
    for (const protocol of [wecom, dingtalk]) {
      expect(protocol.readReply({ errcode: 0, errmsg: 'ok' })).toEqual({ isPosted: true });
      expect(protocol.readReply({ code: 0 })).toBeNull();
      expect(protocol.readReply({ errcode: '0' })).toBeNull();
    }
    expect(feishu.readReply({ code: 0, msg: 'success', data: {} })).toEqual({ isPosted: true });
    expect(feishu.readReply({ StatusCode: 0, StatusMessage: 'success' })).toEqual({ isPosted: true });
    expect(feishu.readReply({ errcode: 0 })).toBeNull();
  });
});
