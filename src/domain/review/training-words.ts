import type { Bilingual } from '../playbook/schema-parts.ts';

/** The words of the training material that no playbook brings. */
export const trainingWords = {
  title: { zh: '月度培训材料', en: 'Training of the month' },
  template: { zh: '客服：怎样填《{form}》', en: 'Customer service: filling in “{form}”' },
  field: { zh: '填写项', en: 'Field' },
  how: { zh: '怎样填', en: 'What to write' },
  lacking: { zh: '本期因缺它退回', en: 'Given back for lack of it' },
  required: { zh: '必填', en: 'Required' },
  requiredWhen: { zh: '有条件必填', en: 'Required at times' },
  urgency: { zh: '客服：怎样判断紧急程度', en: 'Customer service: telling how urgent it is' },
  priority: { zh: '紧急程度', en: 'Urgency' },
  when: { zh: '什么情况', en: 'When' },
  greenLane: { zh: '走绿色通道，先办', en: 'green lane, goes first' },
  categories: { zh: '业务：哪类需求归谁', en: 'Departments: which category is whose' },
  category: { zh: '类别', en: 'Category' },
  examples: { zh: '例如', en: 'Such as' },
  department: { zh: '归属部门', en: 'Department' },
  standards: { zh: '双方：响应标准', en: 'Both: the response standards' },
  promise: { zh: '时限', en: 'Promise' },
  from: { zh: '从何时到何时', en: 'From when until when' },
  given: { zh: '按说定的时间', en: 'the time that was given' },
  s: { zh: '{amount} 秒', en: '{amount} s' },
  m: { zh: '{amount} 分钟', en: '{amount} min' },
  h: { zh: '{amount} 小时', en: '{amount} h' },
  wd: { zh: '{amount} 个工作日', en: '{amount} working days' },
} as const satisfies Record<string, Bilingual>;
