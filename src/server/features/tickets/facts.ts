import type { ClockRun, TicketFacts, TicketState } from '../../../domain/ticket/state.ts';

/**
 * The clear part of a ticket as it lies in `facts`. What holds of most tickets (nothing waited for, never paused, not yet closed…) is left
 * out and put back when it is read: that is more than half of it, on every write and every read.
 */

const usualRun = {
  subject: null,
  promised: null,
  promisedAt: null,
  category: null,
  pauses: [],
  waitsUntil: null,
  extension: null,
  stop: null,
  stopSeq: null,
  breachedAt: null,
  warned: [],
  climbed: 0,
  history: [],
} satisfies Partial<ClockRun>;

const usualFacts = {
  registeredBy: null,
  cycle: 1,
  category: null,
  isClassified: false,
  department: null,
  owner: null,
  collaborators: [],
  isHandedOff: false,
  handoffs: 0,
  isAccepted: false,
  counterDate: null,
  deadline: null,
  eta: null,
  toldEta: null,
  wait: null,
  escalation: 0,
  isVerified: false,
  lastInformedAt: null,
  chasedAt: null,
  lastDelayToldAt: null,
  isResultTold: false,
  resolvedAt: null,
  closedAt: null,
  dismissed: null,
  incident: null,
  citedCases: [],
  rating: null,
  isSatisfied: null,
  ratingDimensions: {},
  promises: [],
  attachments: [],
} satisfies Partial<TicketFacts>;

type StoredRun = Omit<ClockRun, keyof typeof usualRun> & Partial<ClockRun>;
export type StoredFacts = Omit<TicketFacts, keyof typeof usualFacts | 'clocks'> &
  Partial<Omit<TicketFacts, 'clocks'>> & { clocks: StoredRun[] };

export function factsOf({ text: _, ...facts }: TicketState): StoredFacts {
  const clocks = facts.clocks.map((run) => withoutUsual(run, usualRun));
  return { ...withoutUsual(facts, usualFacts), clocks } as StoredFacts;
}

export function readFacts(stored: StoredFacts): TicketFacts {
  const clocks = stored.clocks.map((run) => ({ ...usualRun, ...run }));
  return { ...usualFacts, ...stored, clocks };
}

function withoutUsual<T extends object>(value: T, usual: Partial<T>): Partial<T> {
  const left = { ...value };
  for (const name in usual) if (isUsual(value[name], usual[name])) delete left[name];
  return left;
}

const isUsual = (value: unknown, usual: unknown) => value === usual || (isEmpty(value) && isEmpty(usual));

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const _ in value) return false;
  return true;
}
