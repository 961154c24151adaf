import { actionBodies } from '../../../contract/ticket-actions.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { idempotencyKeyOf } from '../../http/idempotency-key.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { actOnTicket, loadForActor } from './act-on-ticket.ts';
import { commandOf } from './command-of.ts';
import type { Engine } from './engine.ts';
import { explainClock } from './explain-clock.ts';
import { listAwaited } from './list-awaited.ts';
import { countTickets, listTickets } from './list-tickets.ts';
import { readByNumber } from './read-ticket.ts';
import { registerTicket } from './register-ticket.ts';
import type { LoadedTicket } from './store-load.ts';
import { readTimeline } from './timeline.ts';
import { ticketDetail } from './view.ts';

/** Linking changes the incident as well, which is another feature's. */
export type IncidentActions = {
  link(actor: Actor, id: number, version: number, command: CommandOf<'link-incident'>): Promise<LoadedTicket>;
  unlink(actor: Actor, id: number, version: number, command: CommandOf<'unlink-incident'>): Promise<LoadedTicket>;
};
type CommandOf<N extends TicketCommand['do']> = Extract<TicketCommand, { do: N }>;

/** What a case says is another feature's as well. */
export type CaseActions = {
  cite(
    actor: Actor,
    id: number,
    version: number,
    command: CommandOf<'cite-case'>,
    attachments: readonly number[],
  ): Promise<LoadedTicket>;
};

export function registerTicketRoutes(app: App, engine: Engine, incidents: IncidentActions, cases: CaseActions): void {
  const guarded = { onRequest: requireActor };
  const detail = (loaded: LoadedTicket, actor: Actor) => ticketDetail(engine, loaded, actor);

  addEndpoint(
    app,
    'registerTicket',
    async ({ body, request, reply }) => {
      const actor = memberOf(request);
      const registered = await registerTicket(engine, actor, { ...body, idempotencyKey: idempotencyKeyOf(request) });
      reply.header('location', `/api/v1/tickets/${registered.ticketId}`);
      const loaded = registered.loaded ?? (await loadForActor(engine, actor, registered.ticketId));
      return detail(loaded, actor);
    },
    guarded,
  );
  addEndpoint(app, 'listTickets', ({ query, request }) => listTickets(engine, memberOf(request), query), guarded);
  addEndpoint(app, 'listTasks', ({ request }) => listAwaited(engine, memberOf(request)), guarded);
  addEndpoint(app, 'countTickets', ({ request }) => countTickets(engine, memberOf(request)), guarded);
  addEndpoint(
    app,
    'getTicket',
    async ({ params, request }) => {
      const actor = memberOf(request);
      return detail(await loadForActor(engine, actor, params.id), actor);
    },
    guarded,
  );
  addEndpoint(
    app,
    'getTicketByNumber',
    async ({ params, request }) => {
      const actor = memberOf(request);
      return detail(await readByNumber(engine, actor, params.number), actor);
    },
    guarded,
  );
  addEndpoint(
    app,
    'getTimeline',
    ({ params, query, request }) => readTimeline(engine, memberOf(request), params.id, query.after, query.limit),
    guarded,
  );
  addEndpoint(
    app,
    'explainClock',
    ({ params, request }) => explainClock(engine, memberOf(request), params.id, params.clock, params.cycle),
    guarded,
  );
  addEndpoint(
    app,
    'act',
    async ({ params, request }) => {
      const actor = memberOf(request);
      const { version, attachments, command } = commandOf(params.action, request.body);
      const { id } = params;
      if (command.do === 'cite-case') return detail(await cases.cite(actor, id, version, command, attachments), actor);
      if (command.do === 'link-incident' || command.do === 'unlink-incident') {
        demandNoFiles(command.do, attachments);
        const changed =
          command.do === 'link-incident'
            ? await incidents.link(actor, id, version, command)
            : await incidents.unlink(actor, id, version, command);
        return detail(changed, actor);
      }
      return detail(await actOnTicket(engine, actor, id, version, command, attachments), actor);
    },
    { ...guarded, bodies: actionBodies },
  );
}

/** What joins a ticket to an incident is said by the incident for all its tickets; files belong to one. @throws Refusal attachment.not-with */
function demandNoFiles(command: string, attachments: readonly number[]): void {
  if (attachments.length > 0) throw new Refusal('attachment.not-with', 'attachments', { command });
}
