import type { CaseText } from '../../../domain/case/case-text.ts';
import { nobodyKnown } from '../../../domain/case/find-known.ts';
import { findInCase } from '../../../domain/case/personal-data.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { loadForActor } from '../tickets/index.ts';
import type { CaseDeps } from './deps.ts';
import { personOfTicket } from './known-person.ts';
import { loadCaseForActor } from './read-case.ts';
import { findingView } from './view.ts';

export type CheckQuery = { text: CaseText; ticketId?: number; caseId?: number };

/** Where a text that is being written still holds personal data; nothing is kept of it. */
export async function checkCaseText(deps: CaseDeps, actor: Actor, { text, ticketId, caseId }: CheckQuery) {
  const ticket = await ticketFor(deps, actor, ticketId, caseId);
  const person = ticket === null ? nobodyKnown : await personOfTicket(deps, ticket);
  return findInCase(text, person).map(findingView);
}

async function ticketFor(deps: CaseDeps, actor: Actor, ticketId?: number, caseId?: number): Promise<number | null> {
  if (caseId !== undefined) return (await loadCaseForActor(deps, actor, caseId)).ticket_id;
  if (ticketId === undefined) return null;
  return (await loadForActor(deps.engine, actor, ticketId)).state.id;
}
