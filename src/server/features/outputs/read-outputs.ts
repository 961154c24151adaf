import type { z } from 'zod';
import type { outputQuery } from '../../../contract/output.ts';
import { mayRevealInForms } from '../../../domain/access/output-rules.ts';
import { archiveDocument } from '../../../domain/output/archive-document.ts';
import type { OutputContext, OutputTicket } from '../../../domain/output/context.ts';
import type { ArchiveDocument, FormDocument } from '../../../domain/output/document.ts';
import { formDocument } from '../../../domain/output/form-document.ts';
import { invitationOf } from '../../../domain/output/papers/invitation.ts';
import { paperDocument } from '../../../domain/output/papers/paper-document.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { withEarlier } from '../../../domain/playbook/with-earlier.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Member } from '../session/index.ts';
import type { OutputSource } from './output-source.ts';
import { insertAccess } from './store.ts';

export type OutputDeps = { source: OutputSource; pool: DatabasePool; clock: Clock };
export type OutputQuery = z.output<typeof outputQuery>;
/** `view`: shown on a page; `export`: leaves as a file, which is always noted. */
export type Purpose = 'view' | 'export';

export async function readArchive(
  deps: OutputDeps,
  actor: Member,
  id: number,
  query: OutputQuery,
  purpose: Purpose,
): Promise<ArchiveDocument> {
  const { ticket, context } = await open(deps, actor, id, query, purpose);
  return archiveDocument(ticket, context);
}

/** @throws Refusal playbook.form-unknown */
export async function readForm(
  deps: OutputDeps,
  actor: Member,
  id: number,
  form: string,
  query: OutputQuery,
): Promise<FormDocument> {
  const { ticket, context } = await open(deps, actor, id, query, 'export');
  const { playbook } = ticket.facts;
  const kept = context.playbook.forms.find(({ id }) => id === form);
  return formDocument(ticket, kept ?? deps.source.playbook(playbook.id, playbook.version).form(form), context);
}

/** What goes out between departments. @throws Refusal paper.unknown */
export async function readPaper(
  deps: OutputDeps,
  actor: Member,
  id: number,
  paper: string,
  query: OutputQuery,
  purpose: Purpose,
): Promise<ReturnType<typeof paperDocument>> {
  const { ticket, context } = await open(deps, actor, id, query, purpose);
  const { playbook } = ticket.facts;
  return paperDocument(ticket, paper, context, deps.source.playbook(playbook.id, playbook.version));
}

/** A meeting for people's calendars. @throws Refusal meeting.unknown */
export async function readInvitation(
  deps: OutputDeps,
  actor: Member,
  id: number,
  meeting: number,
  query: OutputQuery,
): Promise<{ number: string; file: string }> {
  const { ticket, context } = await open(deps, actor, id, query, 'export');
  const found = ticket.facts.coordination?.meetings.find((one) => one.id === meeting);
  if (!found) throw new Refusal('meeting.unknown', 'meeting', { meeting });
  return { number: `${ticket.facts.number}-M${meeting}`, file: invitationOf(ticket, found, context) };
}

async function open(deps: OutputDeps, actor: Member, id: number, query: OutputQuery, purpose: Purpose) {
  const { source, pool, clock } = deps;
  const ticket: OutputTicket = await source.loadTicket(actor, id);
  if (query.reveal !== undefined && !mayRevealInForms(actor, ticket.facts))
    throw new Refusal('auth.forbidden', 'reveal');
  const now = clock.now();
  const context = await contextFor(source, ticket, {
    language: query.lang,
    isRevealed: query.reveal !== undefined,
    now,
  });
  if (purpose === 'export' || context.isRevealed) {
    const what = purpose === 'export' ? 'export' : 'reveal';
    await insertAccess(pool, actor, [ticket.facts.customerId], what, query.reveal ?? '', now);
  }
  return { ticket, context };
}

type Reading = Pick<OutputContext, 'language' | 'isRevealed' | 'now'>;

export async function contextFor(source: OutputSource, ticket: OutputTicket, reading: Reading): Promise<OutputContext> {
  return { playbook: playbookFor(source, ticket), directory: await source.directory(), ...reading };
}

/** The ticket's own version, and of earlier ones what this ticket has to show: forms that it answered, clocks that it ran under. */
function playbookFor(source: OutputSource, { facts }: OutputTicket): Playbook {
  const { id, version } = facts.playbook;
  const earlier = (facts.earlier ?? []).map((one) => {
    const past = source.playbook(id, one.version).source;
    return { ...past, forms: past.forms.filter((form) => facts.forms[form.id] !== undefined) };
  });
  return withEarlier(source.playbook(id, version).source, earlier);
}
