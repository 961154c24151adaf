import type { NoticeKind } from './notice-kinds.ts';

/** What an inbox can be narrowed to. */
export const noticeTopics = ['promises', 'escalations', 'customers', 'work', 'cases'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** Each kind belongs to one. */
const topicOf: Record<NoticeKind, NoticeTopic> = {
  assigned: 'work',
  warned: 'promises',
  breached: 'promises',
  escalated: 'escalations',
  bounced: 'work',
  waited: 'promises',
  replied: 'customers',
  chased: 'customers',
  dissatisfied: 'customers',
  'incident-returned': 'work',
  declined: 'work',
  accepted: 'work',
  'counter-date': 'work',
  'date-settled': 'work',
  obstacle: 'promises',
  turn: 'work',
  'party-named': 'work',
  'task-assigned': 'work',
  'task-declined': 'work',
  'task-done': 'work',
  'task-cancelled': 'work',
  'letter-sent': 'work',
  'letter-answered': 'work',
  'letter-settled': 'work',
  'meeting-called': 'work',
  'meeting-minuted': 'work',
  'meeting-cancelled': 'work',
  'solution-circulated': 'work',
  'solution-objected': 'work',
  'solution-agreed': 'work',
  'post-failed': 'work',
  'case-review': 'cases',
  'case-returned': 'cases',
  'case-published': 'cases',
  'case-outdated': 'cases',
  'case-given': 'cases',
};

export function kindsOf(topic: NoticeTopic): NoticeKind[] {
  return (Object.keys(topicOf) as NoticeKind[]).filter((kind) => topicOf[kind] === topic);
}
