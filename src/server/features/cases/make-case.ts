import { mayMakeCases } from '../../../domain/access/case-rules.ts';
import type { CaseText } from '../../../domain/case/case-text.ts';
import { decideNewCase } from '../../../domain/case/decide.ts';
import { caseFromTicket, personOf } from '../../../domain/case/from-ticket.ts';
import { findInCase } from '../../../domain/case/personal-data.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { transaction } from '../../database/pool.ts';
import { type LoadedTicket, loadForActor } from '../tickets/index.ts';
import type { CaseDeps } from './deps.ts';
import { sourceOf } from './known-person.ts';
import { rowsOfCases } from './read-case.ts';
import { sealCaseText } from './sealed-case.ts';
import { insertCase, insertStep, listCasesOfTicket, nextCaseId, saveVersion } from './store.ts';

/** The case as the ticket tells it, personal data replaced, for somebody to finish. */
export async function prefillCase(deps: CaseDeps, actor: Actor, ticketId: number) {
  const loaded = await loadSource(deps, actor, ticketId);
  const made = await listCasesOfTicket(deps.engine.pool, ticketId);
  const cases = await rowsOfCases(
    deps,
    made.map(({ id }) => id),
  );
  return { text: caseFromTicket(sourceOf(deps, loaded)), cases };
}

/** @returns its id. What still names the customer is not even kept as a draft: a case outlives the customer's erasure. */
export async function makeCase(deps: CaseDeps, actor: Actor, ticketId: number, text: CaseText): Promise<number> {
  const { engine, key } = deps;
  const loaded = await loadSource(deps, actor, ticketId);
  const at = engine.clock.now();
  const findings = findInCase(text, personOf(sourceOf(deps, loaded)));
  const isActive = (id: number) => engine.directory.staff(id)?.isActive ?? false;
  const { step, state } = decideNewCase({ actor, now: at, findings, isActive });
  const { playbook, category } = loaded.state;
  return transaction(engine.pool, async (client) => {
    const id = await nextCaseId(client);
    await insertCase(client, { id, ticketId, playbook: playbook.id, category, at }, state);
    await insertStep(client, id, { seq: 1, step, note: null, at });
    await saveVersion(client, id, { version: 1, secret: sealCaseText(key, id, 1, text), at });
    return id;
  });
}

async function loadSource({ engine }: CaseDeps, actor: Actor, ticketId: number): Promise<LoadedTicket> {
  if (!mayMakeCases(actor)) throw new Refusal('auth.forbidden', '', { command: 'save' });
  const loaded = await loadForActor(engine, actor, ticketId);
  const { status } = loaded.state;
  if (status !== 'resolved' && status !== 'closed') throw new Refusal('case.ticket-open', 'ticketId', { status });
  return loaded;
}
