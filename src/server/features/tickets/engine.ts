import type { CustomerProfile } from '../../../domain/customer/profile.ts';
import { searchableText } from '../../../domain/search/searchable-text.ts';
import { wordsOf } from '../../../domain/search/words.ts';
import type { Directory, TicketContext } from '../../../domain/ticket/context.ts';
import type { TicketFacts, TicketState } from '../../../domain/ticket/state.ts';
import type { DatabasePool } from '../../database/pool.ts';
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

/** Search tokens of a ticket; null when nothing of what search sees has changed. */
export function tokensFor(
  engine: Pick<Engine, 'ring'>,
  before: TicketState | null,
  after: TicketState,
  { name, contact, number: customerNumber }: Pick<CustomerProfile, 'name' | 'contact' | 'number'>,
): number[] | null {
  if (before !== null && before.text === after.text) return null;
  const words = wordsOf(searchableText({ number: after.number, name, contact, customerNumber, text: after.text }));
  return engine.ring.tokens(words, segmentOf(after.id));
}
