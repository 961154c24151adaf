import type { CaseDetail, CaseRow } from '../../../contract/case.ts';
import { mayRateCases, maySeeUnpublished } from '../../../domain/access/case-rules.ts';
import { mayRead } from '../../../domain/access/ticket-rules.ts';
import { availableCaseActions } from '../../../domain/case/decide.ts';
import { type CaseFinding, findInCase } from '../../../domain/case/personal-data.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import { type CaseDeps, staffIdOf } from './deps.ts';
import { personOfTicket } from './known-person.ts';
import { openCaseText, openRemark } from './sealed-case.ts';
import { type CaseEntry, loadCase, loadVersion, readSteps, stateOf, wasPublished } from './store.ts';
import { loadListed } from './store-list.ts';
import { findRating, listRemarks } from './store-ratings.ts';
import { caseRow, findingView, stepView } from './view.ts';

const mostRemarks = 50;

/** @throws Refusal case.unknown alike where there is none and where it is not published yet and not theirs to see */
export async function loadCaseForActor({ engine }: CaseDeps, actor: Actor, id: number): Promise<CaseEntry> {
  const entry = await loadCase(engine.pool, id);
  if (!entry || !isReadable(entry, actor)) throw new Refusal('case.unknown', 'id', { id });
  return entry;
}

const isReadable = (entry: CaseEntry, actor: Actor) =>
  entry.published_version !== null || maySeeUnpublished(actor, stateOf(entry));

/** The case as this person may see it. */
export async function readCase(deps: CaseDeps, actor: Actor, id: number): Promise<CaseDetail> {
  const { engine, key } = deps;
  const entry = await loadCaseForActor(deps, actor, id);
  const [row] = await rowsOfCases(deps, [id]);
  if (!row) throw new Refusal('case.unknown', 'id', { id });
  const state = stateOf(entry);
  const seesAll = maySeeUnpublished(actor, state);
  const published = await textOf(deps, entry, entry.published_version);
  const steps = await readSteps(engine.pool, id);
  return {
    ...row,
    revision: entry.revision,
    ticket: await ticketOf(deps, actor, entry.ticket_id),
    text: published,
    working: seesAll ? await workingOf(deps, entry) : null,
    steps: steps.map((step) => stepView(key, id, step, seesAll)),
    ...(await ratingsOf(deps, actor, entry)),
    mayRate: mayRateCases(actor) && entry.published_version !== null && entry.status !== 'retired',
    actions: availableCaseActions(state, actor),
  };
}

/** What was published once stays readable; drafts are for those who write and check. */
export async function readVersion(deps: CaseDeps, actor: Actor, id: number, version: number) {
  const entry = await loadCaseForActor(deps, actor, id);
  const isOpen = maySeeUnpublished(actor, stateOf(entry)) || (await wasPublished(deps.engine.pool, id, version));
  const stored = isOpen ? await loadVersion(deps.engine.pool, id, version) : null;
  if (!stored) throw new Refusal('case.unknown', 'version', { id, version });
  const text = openCaseText(deps.key, id, version, stored.secret);
  return { version, writtenAt: new Date(stored.written_at).toISOString(), text };
}

/** Rows in the order of `ids`. */
export async function rowsOfCases({ engine, key }: CaseDeps, ids: readonly number[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  const listed = await loadListed(engine.pool, ids);
  const byId = new Map(listed.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    return one ? [caseRow(one, openCaseText(key, id, one.version, one.secret))] : [];
  });
}

export async function textOf({ engine, key }: CaseDeps, { id }: CaseEntry, version: number | null) {
  const stored = version === null ? null : await loadVersion(engine.pool, id, version);
  return stored && openCaseText(key, id, stored.version, stored.secret);
}

/** What is still found in the text of a version; nothing where there is none. */
export async function findingsOf(deps: CaseDeps, entry: CaseEntry, version: number | null): Promise<CaseFinding[]> {
  const text = await textOf(deps, entry, version);
  return text ? findInCase(text, await personOfTicket(deps, entry.ticket_id)) : [];
}

async function workingOf(deps: CaseDeps, entry: CaseEntry): Promise<CaseDetail['working']> {
  const { working } = stateOf(entry);
  const text = await textOf(deps, entry, working?.version ?? null);
  if (!working || !text) return null;
  const findings = findInCase(text, await personOfTicket(deps, entry.ticket_id));
  return { ...working, editors: [...working.editors], text, findings: findings.map(findingView) };
}

async function ticketOf({ loadTickets }: CaseDeps, actor: Actor, ticketId: number): Promise<CaseDetail['ticket']> {
  const [loaded] = await loadTickets([ticketId]);
  return loaded && mayRead(actor, loaded.state) ? { id: ticketId, number: loaded.state.number } : null;
}

async function ratingsOf(
  { engine, key }: CaseDeps,
  actor: Actor,
  { id: caseId, published_version: version }: CaseEntry,
): Promise<Pick<CaseDetail, 'myRating' | 'remarks'>> {
  const staffId = staffIdOf(actor);
  const remarks = await listRemarks(engine.pool, caseId, mostRemarks);
  const mine =
    staffId === null || version === null ? null : await findRating(engine.pool, { caseId, version, staffId });
  return {
    myRating: mine && {
      isHelpful: mine.is_helpful,
      remark: openRemark(key, { caseId, version: mine.version, staffId: mine.staff_id }, mine.remark),
    },
    remarks: remarks.map((one) => ({
      isHelpful: one.is_helpful,
      remark: openRemark(key, { caseId, version: one.version, staffId: one.staff_id }, one.remark),
      by: one.staff_id,
      version: one.version,
      at: new Date(one.at).toISOString(),
    })),
  };
}
