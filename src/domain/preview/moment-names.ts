/** What may happen to the sample ticket of a preview. */
export const momentNames = [
  'complete-stage',
  'accept',
  'bounce',
  'inform-customer',
  'record-progress',
  'record-reply',
  'chase',
  'start-wait',
  'end-wait',
  'classify',
  'name-parties',
  'agree',
  'finish-tasks',
  'reopen',
] as const;
export type MomentName = (typeof momentNames)[number];
