/** What an inbox tells of. */
export const noticeKinds = [
  'assigned',
  'warned',
  'breached',
  'escalated',
  'bounced',
  'waited',
  'replied',
  'chased',
  'dissatisfied',
  'incident-returned',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
