import type { EventActor } from '../ticket/actor.ts';

/**
 * Everything that can happen to an incident (应急事件): one failure that many tickets are about. All of it is clear: its texts are the
 * organisation's own words for the public, checked by `public-text.ts`. Times are epoch ms.
 */

export const phases = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type Phase = (typeof phases)[number];
/** How much of the service is hit: slower or faulty, some of it gone, all of it gone. */
export const impacts = ['degraded', 'partial', 'outage'] as const;
export type Impact = (typeof impacts)[number];
/** How it ended: for its tickets as well, or so that each is handled by itself again. */
export const outcomes = ['resolved', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];

/** `en` is empty where nobody wrote it; readers of English get the Chinese then. */
export type PublicText = { zh: string; en: string };

export type IncidentCatalogue = {
  'incident.opened': { number: string; title: PublicText; impact: Impact; words: string[] };
  'incident.updated': { phase: Phase; impact: Impact; estimate: number | null; message: PublicText };
  'tickets.linked': { tickets: number[] };
  'tickets.unlinked': { tickets: number[] };
  'incident.closed': { outcome: Outcome; message: PublicText; rootCause: string; solution: string };
};
export type IncidentEventType = keyof IncidentCatalogue;

export type IncidentHappening = {
  [T in IncidentEventType]: { type: T; data: IncidentCatalogue[T] };
}[IncidentEventType];

/** One recorded event; `seq` counts from 1 within the incident. */
export type IncidentEvent = IncidentHappening & { seq: number; at: number; actor: EventActor };
export type IncidentEventOf<T extends IncidentEventType> = Extract<IncidentEvent, { type: T }>;
