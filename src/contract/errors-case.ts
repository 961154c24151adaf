import { entry } from './error-entry.ts';

/** Refusals of the case library; part of the table in errors.ts. */

export const caseErrors = {
  'case.unknown': entry(
    404,
    '找不到这个案例',
    'There is no such case',
    '请核对编号；尚未发布的案例只有撰写人和审核人能看',
    'Check the number; only those who write and check it see a case before it is published',
  ),
  'case.changed': entry(
    409,
    '案例刚被他人更新',
    'Somebody else has changed this case',
    '请查看最新内容后再操作，已填内容会保留',
    'Look at what changed and try again; what you typed is kept',
  ),
  'case.ticket-open': entry(
    409,
    '工单尚未解决，还不能整理成案例',
    'The ticket is not resolved yet: it cannot become a case',
    '请在工单解决或关闭之后再整理',
    'Make the case once the ticket is resolved or closed',
  ),
  'case.personal-data': entry(
    422,
    '内容中还有个人信息，未保存',
    'The text still holds personal data and was not kept',
    '请替换标出的内容：姓名、电话、邮箱、证件、账号等不能进入案例库',
    'Replace what is marked: names, phones, e-mails, ids and accounts must not enter the library',
  ),
  'case.findings-unchecked': entry(
    422,
    '还有疑似个人信息未确认',
    'Possible personal data has not been looked at',
    '请逐一查看标出的内容，确认不涉及个人后勾选确认',
    'Look at each marked place, then confirm that it is about nobody',
  ),
  'case.own-review': entry(
    403,
    '不能审核自己撰写的案例',
    'Nobody approves a case they have written on',
    '请另一位同事审核',
    'Ask a colleague to check it',
  ),
  'case.in-review': entry(
    409,
    '案例正在审核中',
    'The case is being reviewed',
    '请等待审核，或先撤回再修改',
    'Wait for the review, or take it back first',
  ),
  'case.not-in-review': entry(
    409,
    '没有待审核的版本',
    'No version waits for review',
    '可能已被审核或撤回，请刷新查看',
    'It may have been checked or taken back; reload to see',
  ),
  'case.nothing-drafted': entry(
    409,
    '没有正在撰写的版本',
    'No version is being written',
    '请先编辑案例并保存草稿',
    'Edit the case and save a draft first',
  ),
  'case.not-published': entry(
    409,
    '案例尚未发布，或已停用',
    'The case is not published, or retired',
    '只有已发布的案例可以引用、评价和反馈',
    'Only published cases can be cited, rated and reported',
  ),
  'case.retired': entry(409, '案例已停用', 'The case is retired', '如需继续使用，请先恢复', 'Bring it back first'),
  'case.not-retired': entry(
    409,
    '案例没有停用，无需恢复',
    'The case is not retired',
    '请刷新查看最新状态',
    'Reload to see how it stands',
  ),
  'case.owner-unknown': entry(
    422,
    '找不到这位负责人，或其账号已停用',
    'There is no such person here, or they are inactive',
    '请选择在职同事',
    'Choose an active colleague',
  ),
  'case.filter-unknown': entry(
    400,
    '没有这个筛选值：{given}',
    'There is nothing called "{given}" to filter by',
    '可用的有：{known}',
    'Use one of: {known}',
  ),
} as const;
