import { defineTexts } from '../../../i18n/texts.ts';

export const diffTexts = defineTexts('playbook-diff', {
  zh: {
    changes: '改动',
    lines: '逐行对比',
    none: '没有改动',
    unreadable: '修好上面列出的问题后，这里会逐项列出改动',
    'kind.added': '新增',
    'kind.removed': '删除',
    'kind.changed': '修改',
    'kind.reordered': '调整顺序',
    more: '还有 {{count}} 处改动，见逐行对比',
    gap: '… {{count}} 行未变 …',
    yes: '是',
    no: '否',
    separator: '、',
  },
  en: {
    changes: 'Changes',
    lines: 'Line by line',
    none: 'Nothing has changed',
    unreadable: 'The changes are listed here once the problems above are mended',
    'kind.added': 'Added',
    'kind.removed': 'Removed',
    'kind.changed': 'Changed',
    'kind.reordered': 'Reordered',
    more: '{{count}} more changes, see the lines below',
    gap: '… {{count}} lines unchanged …',
    yes: 'yes',
    no: 'no',
    separator: ', ',
  },
});
