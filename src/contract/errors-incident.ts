/** Refusals of incidents and of what links tickets to them; part of the table in errors.ts. */

const entry = (status: number, zh: string, en: string, remedyZh: string, remedyEn: string) => ({
  status,
  zh,
  en,
  remedyZh,
  remedyEn,
});

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
} as const;
