import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ActionView, ClockView, TicketDetail } from '../../src/contract/ticket.ts';
import { type Playbook, playbookSchema } from '../../src/domain/playbook/schema.ts';
import { ticketCommands } from '../../src/domain/ticket/commands.ts';

/** The seven-step flow, and a ticket under it as the API shows one. */
export const playbook: Playbook = playbookSchema.parse(
  parse(readFileSync(new URL('../../playbooks/resolution-flow.yaml', import.meta.url), 'utf8')),
);

export function ticket(more: Partial<TicketDetail> = {}): TicketDetail {
  return {
    id: 7,
    number: 'CF202603020001',
    version: 12,
    playbook: playbook.id,
    playbookVersion: 1,
    subject: '扣款两次',
    customerName: '王小明',
    customer: { id: 3, name: '王小明', contact: '138****8000', number: '', type: 'individual', isErased: false },
    channel: 'phone',
    stage: 'analyse',
    status: 'in-progress',
    priority: 'urgent',
    isGreenLane: true,
    category: 'system-failure',
    department: 'technology',
    owner: 5,
    cycle: 1,
    escalation: 0,
    isWaiting: false,
    incident: null,
    receivedAt: '2026-03-02T01:00:00.000Z',
    nextPromise: null,
    registeredAt: '2026-03-02T01:02:00.000Z',
    registeredBy: 3,
    isClassified: true,
    isAccepted: true,
    isVerified: false,
    isResultTold: false,
    collaborators: [],
    deadline: null,
    counterDate: null,
    eta: null,
    promises: [],
    passedOver: [],
    coordination: null,
    wait: null,
    lastInformedAt: null,
    resolvedAt: null,
    closedAt: null,
    dismissed: null,
    rating: null,
    isSatisfied: null,
    ratingDimensions: {},
    reason: '',
    requirement: '',
    rootCause: '',
    solution: '',
    again: '',
    forms: [],
    clocks: [],
    actions: ticketCommands.map((name): ActionView => ({ do: name, isAllowed: true })),
    openGates: [],
    ...more,
  };
}

export function clock(more: Partial<ClockView> = {}): ClockView {
  return {
    clock: 'resolution',
    name: { zh: '解决并反馈', en: 'Solved and fed back' },
    cycle: 1,
    subject: null,
    status: 'running',
    isBreached: false,
    target: '24h',
    time: 'wall',
    start: '2026-03-02T00:00:00.000Z',
    due: '2026-03-03T00:00:00.000Z',
    stop: null,
    breachedAt: null,
    extendedTo: null,
    ...more,
  };
}
