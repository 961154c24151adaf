import type { PhraseLanguage, PhraseValues } from '../../../domain/phrase/render.ts';

/** A made-up ticket, by which a phrase is shown while it is written. What only the writer knows stays blank, as it will be. */
export const sampleValues: Record<PhraseLanguage, PhraseValues> = {
  zh: {
    customerName: '王女士',
    ticketNumber: 'CF202603020007',
    subject: '付款时提示系统繁忙，钱扣了两次',
    category: '系统故障',
    priority: '紧急',
    stage: '分析原因',
    department: '技术部',
    eta: '3月2日 18:00',
    within: '2 小时',
    missing: '订单号',
    agentName: '陈晨',
    organisation: '清和家电',
  },
  en: {
    customerName: 'Ms Wang',
    ticketNumber: 'CF202603020007',
    subject: 'Payment said the system was busy, and the money was taken twice',
    category: 'System failure',
    priority: 'Urgent',
    stage: 'Analyse',
    department: 'Technology',
    eta: '2 Mar, 18:00',
    within: '2 hours',
    missing: 'the order number',
    agentName: 'Chen Chen',
    organisation: 'Qinghe Appliances',
  },
};
