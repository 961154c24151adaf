import type { TicketRow } from '../../src/contract/ticket.ts';

/** A row of a queue, with whatever a test cares about. */
export function ticketRow(id: number, more: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    number: `CF20260302${String(id).padStart(4, '0')}`,
    version: 1,
    playbook: 'resolution-flow',
    subject: '付款时提示系统繁忙',
    customerName: '王小明',
    channel: 'phone',
    stage: 'register',
    status: 'todo',
    priority: 'normal',
    isGreenLane: false,
    category: null,
    department: null,
    owner: null,
    cycle: 1,
    escalation: 0,
    isWaiting: false,
    incident: null,
    receivedAt: '2026-03-02T02:00:00.000Z',
    nextPromise: null,
    ...more,
  };
}

export function promise(due: string | null, isBreached = false): TicketRow['nextPromise'] {
  return { clock: 'resolution', name: { zh: '解决', en: 'Solved' }, due, isBreached };
}
