import type { StaffRole } from '../../src/domain/playbook/schema-parts.ts';

/** The staff of the demo organisation, a fictional seller of household appliances. All names are made up. */
export type DemoPerson = {
  login: string;
  name: string;
  roles: StaffRole[];
  departments: string[];
  supervisor: string | null;
};

export const demoOrganisation = '清和家电（演示）';
/** Shown in the terminal when the demo is made; the same for everybody. */
export const demoPassword = 'huiyin-demo';
/** A domain that is nobody's (RFC 2606). */
export const demoEmail = (login: string): string => `${login}@example.com`;

const person = (
  login: string,
  name: string,
  roles: StaffRole[],
  departments: string[],
  supervisor: string | null,
): DemoPerson => ({
  login,
  name,
  roles,
  departments,
  supervisor,
});

export const demoPeople: readonly DemoPerson[] = [
  person('gao', '高远', ['manager'], [], null),
  person('zhou', '周敏', ['supervisor', 'agent'], ['customer-service'], 'gao'),
  person('he', '何静', ['supervisor', 'agent'], ['customer-service'], 'gao'),
  person('chen', '陈晨', ['agent'], ['customer-service'], 'zhou'),
  person('lin', '林悦', ['agent'], ['customer-service'], 'zhou'),
  person('wu', '吴桐', ['agent'], ['customer-service'], 'he'),
  person('xu', '许诺', ['agent'], ['customer-service'], 'he'),
  person('li', '李工', ['specialist', 'contact'], ['technology', 'technical-support'], 'gao'),
  person('zheng', '郑凯', ['specialist'], ['technology', 'technical-support'], 'li'),
  person('sun', '孙楠', ['specialist', 'contact'], ['product', 'research'], 'gao'),
  person('qian', '钱一鸣', ['specialist'], ['product', 'research'], 'sun'),
  person('zhao', '赵磊', ['specialist', 'contact'], ['logistics'], 'gao'),
  person('feng', '冯雪', ['specialist'], ['logistics'], 'zhao'),
  person('jiang', '蒋涛', ['specialist', 'contact'], ['after-sales'], 'gao'),
  person('han', '韩梅', ['specialist'], ['after-sales'], 'jiang'),
  person('ma', '马骏', ['specialist', 'contact'], ['operations'], 'gao'),
  person('tang', '唐薇', ['specialist', 'contact'], ['compliance'], 'gao'),
  person('deng', '邓丽', ['specialist', 'contact'], ['service-quality', 'service-management'], 'gao'),
  person('luo', '罗成', ['agent', 'contact'], ['business', 'marketing'], 'gao'),
  person('fan', '范雨', ['agent', 'specialist'], ['business', 'marketing'], 'luo'),
  person('yang', '杨帆', ['quality'], [], 'gao'),
];

export const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '黄',
  '赵',
  '周',
  '吴',
  '徐',
  '孙',
  '马',
  '朱',
  '胡',
  '郭',
  '何',
  '罗',
  '高',
  '林',
  '欧阳',
  '上官',
];
export const givenNames = [
  '建国',
  '秀英',
  '志强',
  '丽华',
  '文博',
  '雨桐',
  '子涵',
  '海燕',
  '国栋',
  '美玲',
  '思远',
  '晓彤',
  '振华',
  '佳怡',
  '浩然',
  '梦洁',
  '立新',
  '春梅',
  '俊杰',
  '雅静',
  '云飞',
  '若兰',
  '天宇',
  '慧敏',
];
