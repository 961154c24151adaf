import { type ClockEvent, clockEvents } from '../../../../domain/playbook/schema-clock.ts';
import { defineTexts } from '../../../i18n/texts.ts';

/** What can start a clock, in words. */
export const clockEventTexts = defineTexts('ticket-clock-events', {
  zh: {
    'ticket.received': '收到客户诉求',
    'ticket.registered': '登记工单',
    'ticket.classified': '完成分类',
    'ticket.reopened': '启动二次处理',
    'ticket.resolved': '问题解决',
    'ticket.closed': '工单关闭',
    'ticket.dismissed': '工单撤销',
    'stage.entered': '进入环节',
    'stage.completed': '完成环节',
    'form.submitted': '提交表单',
    'handoff.made': '传递给部门',
    'handoff.accepted': '部门接受任务',
    'handoff.bounced': '部门退回',
    'progress.recorded': '记录进展',
    'solution.proposed': '提出解决方案',
    'work.verified': '核实处理效果',
    'customer.informed': '告知客户',
    'customer.replied': '客户回复',
    'customer.chased': '客户催办',
    'callback.made': '完成回访',
  } satisfies Record<ClockEvent, string>,
  en: {
    'ticket.received': 'the demand was received',
    'ticket.registered': 'the ticket was registered',
    'ticket.classified': 'the ticket was classified',
    'ticket.reopened': 'second handling began',
    'ticket.resolved': 'the ticket was resolved',
    'ticket.closed': 'the ticket was closed',
    'ticket.dismissed': 'the ticket was dismissed',
    'stage.entered': 'a stage was entered',
    'stage.completed': 'a stage was completed',
    'form.submitted': 'a form was submitted',
    'handoff.made': 'it was handed off',
    'handoff.accepted': 'the hand-off was accepted',
    'handoff.bounced': 'the hand-off was bounced',
    'progress.recorded': 'progress was recorded',
    'solution.proposed': 'a solution was proposed',
    'work.verified': 'the work was verified',
    'customer.informed': 'the customer was told',
    'customer.replied': 'the customer replied',
    'customer.chased': 'the customer asked where it stands',
    'callback.made': 'the customer was called back',
  },
});

export function isClockEvent(type: string): type is ClockEvent {
  return clockEvents.some((one) => one === type);
}
