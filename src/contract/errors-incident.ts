import { entry } from './error-entry.ts';

/** Refusals of incidents and of what links tickets to them; part of the table in errors.ts. */

export const incidentErrors = {
  'incident.unknown': entry(
    404,
    '找不到这个应急事件',
    'There is no such incident',
    '请核对编号；也可能您无权查看',
    'Check the number; it may also be one you may not read',
  ),
  'incident.already-linked': entry(
    409,
    '工单已归入应急事件',
    'The ticket is part of an incident already',
    '如归错，请先移出再重新归入',
    'If it is the wrong one, take it out first',
  ),
  'incident.not-linked': entry(
    409,
    '工单没有归入应急事件',
    'The ticket is part of no incident',
    '请刷新页面后查看最新情况',
    'Refresh the page to see how it stands now',
  ),
  'incident.closed': entry(
    409,
    '应急事件已结束',
    'The incident is over',
    '如再次发生，请新建应急事件',
    'Open a new one if it has happened again',
  ),
  'incident.changed': entry(
    409,
    '应急事件刚有新的通报',
    'Somebody else has just posted about this incident',
    '请查看最新通报后再提交，已填内容会保留',
    'Look at what was said and send it again; what you typed is kept',
  ),
  'incident.estimate-past': entry(
    422,
    '预计恢复时间已过',
    'The estimate lies in the past',
    '请填写将来的时间，暂不确定可留空',
    'Give a time to come, or none',
  ),
  'incident.solution-missing': entry(
    422,
    '请填写解决办法',
    'The solution is missing',
    '按“已解决”结束时，各工单会记下解决办法',
    'It is recorded with each ticket when the incident is closed as resolved',
  ),
  'incident.text-personal': entry(
    422,
    '公开内容中疑似含有个人信息',
    'The public text seems to hold personal data',
    '所有人都能看到这些内容：请删去电话、邮箱、证件号和卡号；客服热线请用 400、800 或 95 开头的号码',
    'Everybody reads it: leave out phones, e-mail addresses, identity and card numbers; for the hotline use a 400, 800 or 95 number',
  ),
} as const;
