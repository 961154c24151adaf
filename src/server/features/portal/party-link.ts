import type { z } from 'zod';
import type { Names } from '../../../contract/common.ts';
import type { LinkView, linkAnswerBody, partyLinkBody } from '../../../contract/party-link.ts';
import { solutionSubject } from '../../../domain/coordination/evolve-text.ts';
import { partyAsked } from '../../../domain/coordination/may-answer.ts';
import { nothingUnderWay } from '../../../domain/coordination/state.ts';
import { subjectOf } from '../../../domain/coordination/subjects.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { whyNot } from '../../../domain/ticket/actions.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { logAccess } from '../customers/index.ts';
import type { Member } from '../session/index.ts';
import { actOnTicket, contextOf, type Engine, loadForActor, loadTickets } from '../tickets/index.ts';
import { type Link, readLink, signLink } from './link-token.ts';

/**
 * Parties without a sign-in, the customer and outsiders, answer letters and solutions by a link that was sent to them. Departments have none:
 * they answer in the console, where it is known who speaks (docs/decisions/0022-nobody-answers-for-a-department.md).
 */

const dayMs = 86_400_000;

/**
 * Whoever may send a letter or a solution may also send the link to it. Who made one is logged and stays with the answer: by it one could
 * answer in the party's name, and people outside read what customers said. @throws Refusal auth.forbidden, link.department, link.over, link.answered
 */
export async function createLink(
  engine: Engine,
  actor: Member,
  id: number,
  { kind, item, party, days }: z.output<typeof partyLinkBody>,
): Promise<{ path: string; expiresAt: string }> {
  const { state } = await loadForActor(engine, actor, id);
  const context = { ...contextOf(engine, state), now: engine.clock.now() };
  const why = whyNot(context, state, kind === 'letter' ? 'withdraw-letter' : 'circulate-solution', actor);
  if (why !== null) throw new Refusal(why, 'kind');
  const by = actor.kind === 'staff' ? actor.id : null;
  const link: Link = { ticket: id, kind, item, party, expiresAt: engine.clock.now() + days * dayMs, by };
  checkOpen(state, link);
  const reason = `${state.number} ${kind} ${item} ${party}`;
  await logAccess(engine.pool, {
    customerId: state.customerId,
    actor: eventActor(actor),
    what: 'link',
    reason,
    at: engine.clock.now(),
  });
  const path = `/portal/answer#${signLink(engine.ring, link)}`;
  return { path, expiresAt: new Date(link.expiresAt).toISOString() };
}

/** What a link opens, once more after it has been answered: then only to say so. */
export async function openLink(engine: Engine, organisation: string, token: string): Promise<LinkView> {
  const link = readLink(engine.ring, token, engine.clock.now());
  return viewOf(engine, await stateOf(engine, link), link, organisation, null);
}

/** `signedIn`: whoever is signed in to the console where the answer comes from; they are not who the link was made for. */
export async function answerLink(
  engine: Engine,
  signedIn: Actor | null,
  organisation: string,
  { token, answer, date, note }: z.output<typeof linkAnswerBody>,
): Promise<LinkView> {
  const link = readLink(engine.ring, token, engine.clock.now());
  checkOpen(await stateOf(engine, link), link);
  if (signedIn !== null) throw new Refusal('link.signed-in', 'token');
  const actor: Actor = { kind: 'party', id: link.ticket, party: link.party, linkBy: link.by };
  const command = commandOf(link, answer, date === null ? null : Date.parse(date), note);
  const { state } = await actOnTicket(engine, actor, link.ticket, null, command);
  return viewOf(engine, state, link, organisation, answer);
}

type Answer = z.output<typeof linkAnswerBody>['answer'];

/** @throws Refusal request.invalid when the answer is none to what was asked */
function commandOf({ kind, item, party }: Link, answer: Answer, date: number | null, note: string): TicketCommand {
  if (answer === 'confirmed' || answer === 'objected') {
    if (kind === 'solution') return { do: 'answer-solution', round: item, party, answer, via: 'portal', note };
  } else if (kind === 'letter') return { do: 'answer-letter', letter: item, answer, date, via: 'portal', note };
  throw new Refusal('request.invalid', 'answer', { answer });
}

async function stateOf({ pool, ring }: Engine, { ticket }: Link): Promise<TicketState> {
  const [loaded] = await loadTickets(pool, ring, [ticket]);
  if (!loaded) throw new Refusal('link.invalid', 'token');
  return loaded.state;
}

/** @throws Refusal link.department, link.over, link.answered */
function checkOpen(state: TicketState, link: Link): void {
  if (partyAsked(state, link.party).kind === 'department') throw new Refusal('link.department', 'party');
  const standing = standingOf(state, link);
  if (standing === 'answered') throw new Refusal('link.answered', 'token');
  if (standing === 'over') throw new Refusal('link.over', 'token');
}

function standingOf({ status, coordination }: TicketState, { kind, item, party }: Link): 'open' | 'answered' | 'over' {
  const { letters, rounds, parties } = coordination ?? nothingUnderWay;
  const isThere = party === 'customer' || parties.some(({ id }) => id === party);
  if (!isThere || status === 'closed') return 'over';
  if (kind === 'letter') {
    const letter = letters.find((one) => one.id === item && one.party === party);
    if (!letter || letter.status === 'withdrawn') return 'over';
    return letter.status === 'sent' ? 'open' : 'answered';
  }
  const round = rounds.find(({ id }) => id === item);
  const answer = round?.answers[party];
  if (!round || answer === undefined) return 'over';
  if (answer !== 'pending') return 'answered';
  return round.status === 'open' || round.status === 'objected' ? 'open' : 'over';
}

function viewOf(engine: Engine, state: TicketState, link: Link, organisation: string, answer: Answer | null): LinkView {
  if (answer === null) checkOpen(state, link);
  const shared = {
    organisation,
    kind: link.kind,
    party: nameOf(state, link.party),
    expiresAt: new Date(link.expiresAt).toISOString(),
    answer,
  };
  return { ...shared, ...(link.kind === 'letter' ? letterOf(engine, state, link) : solutionOf(state, link)) };
}

function letterOf(engine: Engine, state: TicketState, { item }: Link) {
  const letter = (state.coordination ?? nothingUnderWay).letters.find(({ id }) => id === item);
  const said = wordsOf(state, subjectOf('letter', item));
  const contact = letter?.contact ?? null;
  return {
    number: `${state.number}-L${item}`,
    text: said('demand'),
    background: said('background'),
    by: isoOrNull(letter?.wantedBy ?? null),
    contact: contact === null ? '' : (engine.directory.staff(contact)?.name ?? ''),
    items: [],
  };
}

/** The whole in short, and of what is done only this party's own part. */
function solutionOf(state: TicketState, { item, party }: Link) {
  const round = (state.coordination ?? nothingUnderWay).rounds.find(({ id }) => id === item);
  const lines = state.text?.coordination?.[solutionSubject(item)];
  const at = (key: 'what' | 'how', index: number) => {
    const all = lines?.[key];
    return Array.isArray(all) ? (all[index] ?? '') : '';
  };
  const items = (round?.items ?? []).flatMap(({ who, when }, index) =>
    who === party ? [{ what: at('what', index), how: at('how', index), when: isoOrNull(when) }] : [],
  );
  const times = (round?.items ?? []).flatMap(({ when }) => (when === null ? [] : [when]));
  return {
    number: state.number,
    text: wordsOf(state, solutionSubject(item))('summary'),
    background: '',
    by: isoOrNull(times.length === 0 ? null : Math.max(...times)),
    contact: '',
    items,
  };
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function wordsOf({ text }: TicketState, subject: string): (key: string) => string {
  return (key) => {
    const said = text?.coordination?.[subject]?.[key];
    return typeof said === 'string' ? said : '';
  };
}

function nameOf(state: TicketState, id: string): Names {
  const name = id === 'customer' ? '' : wordsOf(state, subjectOf('party', id))('name');
  return { zh: name, en: name };
}
