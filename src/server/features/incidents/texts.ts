import type { Outcome } from '../../../domain/incident/events.ts';

/** The note with which a ticket leaves an incident that is over; kept with the ticket, in the organisation's first language. */
export function returnNote(number: string, outcome: Outcome): string {
  return outcome === 'resolved'
    ? `应急事件 ${number} 已解决，客户已得知进展；本单还有环节未完成，请继续处理，结果由您告知。`
    : `应急事件 ${number} 结束，本单不随事件解决，请按正常流程处理。`;
}
