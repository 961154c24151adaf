import { entry } from './error-entry.ts';

/** Refusals of the public pages; part of the table in errors.ts. */

export const portalErrors = {
  'portal.closed': entry(
    404,
    '未开通客户自助入口',
    'There is no public page here',
    '请通过电话或其他渠道联系',
    'Use the phone or another channel',
  ),
  'portal.not-found': entry(
    404,
    '找不到与该编号和联系方式相符的请求',
    'No request matches this number and contact',
    '请核对编号与登记时填写的联系方式',
    'Check the number and the contact given at registration',
  ),
  'portal.no-contact': entry(
    422,
    '联系方式中没有可用的电话、邮箱或账号',
    'There is no phone, e-mail or account in the contact',
    '请填写至少 5 位数字的电话号码、邮箱地址，或注明“微信”等的账号；之后凭它查询进度',
    'Give a phone number of at least 5 digits, an e-mail address, or an account such as a WeChat ID; it also opens the request later',
  ),
  'portal.nothing-said': entry(
    400,
    '没有写任何内容',
    'Nothing was said',
    '请写下留言，或添加文件',
    'Write a message or add a file',
  ),
} as const;
