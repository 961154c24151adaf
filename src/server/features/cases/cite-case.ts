import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { actOnTicket, type LoadedTicket } from '../tickets/index.ts';
import type { CaseDeps } from './deps.ts';
import { loadCaseForActor, textOf } from './read-case.ts';

/** A ticket says that a case helped: the version that is published now, by its title. */
export async function citeCase(
  deps: CaseDeps,
  actor: Actor,
  ticketId: number,
  version: number,
  caseId: number,
  attachments: readonly number[],
): Promise<LoadedTicket> {
  const entry = await loadCaseForActor(deps, actor, caseId);
  const text = await textOf(deps, entry, entry.published_version);
  if (entry.published_version === null || entry.status === 'retired' || !text)
    throw new Refusal('case.not-published', 'caseId', { id: caseId });
  const { title } = text;
  const command = { do: 'cite-case' as const, caseId, caseVersion: entry.published_version, title };
  return actOnTicket(deps.engine, actor, ticketId, version, command, attachments);
}
