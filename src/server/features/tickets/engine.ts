import type { CustomerProfile } from '../../../domain/customer/profile.ts';
import { mostTokens, saidWords, ticketWords } from '../../../domain/search/ticket-words.ts';
import type { Directory, TicketContext } from '../../../domain/ticket/context.ts';
import type { TicketEvent } from '../../../domain/ticket/events.ts';
import type { TicketFacts } from '../../../domain/ticket/state.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { FileLimits } from '../../http/multipart.ts';
import type { Clock } from '../../platform/clock.ts';
import { type KeyRing, segmentOf } from '../../platform/crypto/key-ring.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CalendarRegistry } from '../calendars/index.ts';
import type { PlaybookRegistry } from '../playbooks/index.ts';
import type { Descriptions } from './descriptions.ts';
import type { LiveHub } from './live.ts';
import type { Registrar } from './registrar.ts';

/** What the use cases of tickets work with. */
export type Engine = {
  pool: DatabasePool;
  ring: KeyRing;
  clock: Clock;
  logger: Logger;
  playbooks: PlaybookRegistry;
  calendars: CalendarRegistry;
  directory: Directory;
  live: LiveHub;
  registrar: Registrar;
  descriptions: Descriptions;
  /** Time zone of the organisation: which day a number belongs to. */
  timeZone: string;
  fileLimits: FileLimits;
};

/** The playbook and calendar versions that the ticket is pinned to. */
export function contextOf(
  engine: Pick<Engine, 'playbooks' | 'calendars'>,
  facts: Pick<TicketFacts, 'playbook' | 'calendar'>,
): TicketContext {
  return {
    playbook: engine.playbooks.get(facts.playbook.id, facts.playbook.version),
    calendar: engine.calendars.get(facts.calendar.id, facts.calendar.version),
  };
}

/** The versions that the event `seq` of a ticket happened under: an earlier version of its playbook where it has been moved since. */
export function contextAt(
  engine: Pick<Engine, 'playbooks' | 'calendars'>,
  facts: Pick<TicketFacts, 'playbook' | 'calendar' | 'earlier'>,
  seq: number,
): TicketContext {
  const earlier = facts.earlier?.find(({ until }) => seq <= until);
  if (!earlier) return contextOf(engine, facts);
  return contextOf(engine, { ...facts, playbook: { id: facts.playbook.id, version: earlier.version } });
}

type Named = Pick<CustomerProfile, 'name' | 'contact' | 'number'>;
type Said = readonly Pick<TicketEvent, 'text'>[];

/** All search tokens of a ticket. */
export function tokensOf(
  { ring }: Pick<Engine, 'ring'>,
  { id, number }: Pick<TicketFacts, 'id' | 'number'>,
  { name, contact, number: customerNumber }: Named,
  events: Said,
): number[] {
  const words = ticketWords(
    { number, name, contact, customerNumber },
    events.map(({ text }) => text),
  );
  return ring.tokens(words, segmentOf(id), mostTokens);
}

/** Search tokens that these events add to their ticket, in their order; null when they say nothing. */
export function tokensAdded({ ring }: Pick<Engine, 'ring'>, ticketId: number, events: Said): number[] | null {
  const words = saidWords(events.map(({ text }) => text));
  return words.size === 0 ? null : ring.tokensInOrder(words, segmentOf(ticketId));
}
