import { entry } from './error-entry.ts';

/** Names a playbook does not have, and playbooks that cannot be used; part of the table in errors.ts. */

const unknownName = (thing: string, what: string) =>
  entry(
    422,
    `流程方案中没有这个${thing}：{given}`,
    `The playbook has no ${what} "{given}"`,
    '可用的有：{known}',
    'Use one of: {known}',
  );

export const playbookErrors = {
  'playbook.unknown': entry(
    422,
    '没有这套流程方案：{given}',
    'There is no playbook "{given}"',
    '可用的有：{known}',
    'Use one of: {known}',
  ),
  'playbook.version-unknown': entry(
    404,
    '该流程方案没有这个版本',
    'The playbook has no such version',
    '可用的版本：{known}',
    'Use one of the versions {known}',
  ),
  'playbook.retired': entry(
    409,
    '该流程方案已停用',
    'The playbook is retired',
    '请选择启用中的流程方案',
    'Choose a playbook that is in force',
  ),
  'playbook.version-changed': entry(
    409,
    '该版本已发布，内容不能更改',
    'This version is published and cannot change',
    '请将版本号提高到 {next}',
    'Raise the version to {next}',
  ),
  'playbook.stage-unknown': unknownName('环节', 'stage'),
  'playbook.form-unknown': unknownName('表单', 'form'),
  'playbook.clock-unknown': unknownName('时限', 'clock'),
  'playbook.category-unknown': unknownName('类别', 'category'),
  'playbook.priority-unknown': unknownName('优先级', 'priority'),
  'playbook.rating-unknown': unknownName('评价', 'rating'),
  'playbook.channel-unknown': unknownName('渠道', 'channel'),
} as const;
