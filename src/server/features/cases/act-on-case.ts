import type { CaseText } from '../../../domain/case/case-text.ts';
import type { CaseCommand } from '../../../domain/case/commands.ts';
import { type CaseDecision, decideCase } from '../../../domain/case/decide.ts';
import { type CaseNotice, caseNoticesOf } from '../../../domain/case/notices.ts';
import { type CaseFinding, findInCase, findPersonalData } from '../../../domain/case/personal-data.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { type Queryable, transaction } from '../../database/pool.ts';
import { caseTokens } from './case-tokens.ts';
import type { CaseDeps } from './deps.ts';
import { personOfTicket } from './known-person.ts';
import { findingsOf, loadCaseForActor, textOf } from './read-case.ts';
import { sealCaseText, sealNote } from './sealed-case.ts';
import { type CaseEntry, insertNotices, insertStep, saveVersion, stateOf, updateCase } from './store.ts';
import { saveTokens } from './store-search.ts';

/**
 * Does something with a case. `revision` is what the person saw: on anything newer it is refused, so that nothing is approved that
 * somebody changed in between. `text` belongs to `save`.
 */
export async function actOnCase(
  deps: CaseDeps,
  actor: Actor,
  id: number,
  { revision, command, text = null }: { revision: number; command: CaseCommand; text?: CaseText | null },
): Promise<void> {
  const entry = await loadCaseForActor(deps, actor, id);
  if (entry.revision !== revision) throw changedSince(entry, revision);
  const { engine } = deps;
  const findings = await findingsFor(deps, entry, command, text);
  const isActive = (staffId: number) => engine.directory.staff(staffId)?.isActive ?? false;
  const decision = decideCase({ actor, now: engine.clock.now(), findings, isActive }, stateOf(entry), command);
  if (!(await keepCase(deps, entry, decision, text))) throw changedSince(entry, revision);
}

function changedSince({ id, revision }: CaseEntry, seen: number): Refusal {
  return new Refusal('case.changed', 'revision', { id, seen, now: revision });
}

/** What is found in the text that the command is about; a note is looked through here, for it is kept as well. */
async function findingsFor(
  deps: CaseDeps,
  entry: CaseEntry,
  command: CaseCommand,
  text: CaseText | null,
): Promise<CaseFinding[]> {
  if ('note' in command) await refuseNaming(deps, entry, 'note', command.note);
  if (command.do === 'save' && text) return findInCase(text, await personOfTicket(deps, entry.ticket_id));
  if (command.do === 'submit' || command.do === 'approve') return findingsOf(deps, entry, entry.working_version);
  return [];
}

/** @throws Refusal case.personal-data */
export async function refuseNaming(deps: CaseDeps, entry: CaseEntry, field: string, words: string): Promise<void> {
  const findings = findPersonalData(words, await personOfTicket(deps, entry.ticket_id)).filter(({ isHard }) => isHard);
  if (findings.length > 0)
    throw new Refusal('case.personal-data', field, { findings: findings.map((one) => ({ ...one, field })) });
}

/** Writes what was decided, with what follows from it; false when somebody else was first. */
export async function keepCase(
  deps: CaseDeps,
  entry: CaseEntry,
  { step, state }: CaseDecision,
  text: CaseText | null = null,
): Promise<boolean> {
  const { engine, key } = deps;
  const at = engine.clock.now();
  const published = step.type === 'case.approved' ? await textOf(deps, entry, step.data.version) : null;
  const notices = caseNoticesOf(step, state, engine.directory);
  const seq = state.revision;
  const isKept = await transaction(engine.pool, async (client) => {
    if (!(await updateCase(client, entry.id, state, { at, tags: published?.tags ?? null }))) return false;
    await insertStep(client, entry.id, { seq, step, note: sealNote(key, entry.id, seq, step.note), at });
    if (step.type === 'case.drafted' && text) await saveText(client, deps, entry.id, step.data.version, text, at);
    if (published) await saveTokens(client, entry.id, caseTokens(engine.ring, published));
    await insertNotices(client, { caseId: entry.id, ticketId: entry.ticket_id, seq, at }, notices);
    return true;
  });
  if (isKept) await tell(deps, entry.ticket_id, notices);
  return isKept;
}

function saveText(db: Queryable, { key }: CaseDeps, id: number, version: number, text: CaseText, at: number) {
  return saveVersion(db, id, { version, secret: sealCaseText(key, id, version, text), at });
}

/** Open consoles of those who have a new notice fetch it. */
async function tell({ engine, loadTickets }: CaseDeps, ticketId: number, notices: readonly CaseNotice[]) {
  if (notices.length === 0) return;
  const [loaded] = await loadTickets([ticketId]);
  if (loaded)
    engine.live.tell(
      loaded.state,
      notices.map(({ staffId }) => staffId),
    );
}
