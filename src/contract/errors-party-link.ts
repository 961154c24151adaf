import { entry } from './error-entry.ts';

/** Refusals of links that parties answer by, and of the papers that go out to them. */

export const partyLinkErrors = {
  'paper.unknown': entry(
    404,
    '工单没有这份文件：{paper}',
    'The ticket has no document "{paper}"',
    '可用的有：letter-编号、meeting-编号、solution-轮次、coordination-record',
    'Use letter-N, meeting-N, solution-N or coordination-record',
  ),
  'link.invalid': entry(
    404,
    '链接无效',
    'This link is not valid',
    '请核对链接是否完整，或请发给您的人重新发送',
    'Check that it is complete, or ask whoever sent it for another',
  ),
  'link.expired': entry(
    410,
    '链接已过期',
    'This link has expired',
    '请联系发给您链接的人，重新获取',
    'Ask whoever sent it for another',
  ),
  'link.department': entry(
    403,
    '部门不能通过链接答复',
    'A department does not answer by a link',
    '请由该部门成员登录后在“我的工作”中答复',
    'A member of the department signs in and answers under My work',
  ),
  'link.signed-in': entry(
    403,
    '您已登录工作台，不能用发给对方的链接答复',
    'You are signed in to the console and cannot answer by a link meant for others',
    '对方口头答复的，请在工单中代为记录并注明方式；否则请由对方自己打开链接',
    'Record what they said on the ticket and say how it came, or let them open the link themselves',
  ),
  'link.answered': entry(
    409,
    '已经答复过，不能再次答复',
    'It has been answered already',
    '如需更改，请联系发给您链接的人',
    'Ask whoever sent it if something has to change',
  ),
  'link.over': entry(
    410,
    '此事已有变化，链接不再有效',
    'Things have changed, and this link is over',
    '请联系发给您链接的人，了解最新情况',
    'Ask whoever sent it how things stand',
  ),
} as const;
