/** Errors of documents and tables; part of the table in errors.ts. */
export const outputErrors = {
  'playbook.table-unknown': {
    status: 404,
    zh: '该流程方案没有表格“{given}”',
    en: 'The playbook has no table "{given}"',
    remedyZh: '请在「表单与报表」中选择；可用的有：{known}',
    remedyEn: 'Choose one under Forms & tables; there are: {known}',
  },
  'output.period-inverted': {
    status: 400,
    zh: '开始日期晚于结束日期',
    en: 'The first day lies after the last one',
    remedyZh: '请调整日期范围后重试',
    remedyEn: 'Correct the two days and try again',
  },
} as const;
