import { mayRead } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { App } from '../../http/app.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { streamReply } from '../../http/stream-reply.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { TicketChange } from './live.ts';

/** More than a person has tabs, fewer than it takes to hold the server up; one more is refused, for closing another would make the two take turns. */
const mostStreams = 20;

type Member = ReturnType<typeof memberOf>;
type Listener = { actor: Member; send: (event: string, data: unknown) => boolean; close: () => void };

/** Who listens here. Each hears only of tickets that the reading rule lets them see. */
export class LiveAudience {
  readonly #listeners = new Set<Listener>();

  tell(changes: readonly TicketChange[]): void {
    for (const change of changes) {
      for (const { actor, send } of this.#listeners) {
        if (mayRead(actor, change)) send('ticket', { type: 'ticket', id: change.id, version: change.version });
        if (actor.kind === 'staff' && change.notified.includes(actor.id)) send('notice', { type: 'notice' });
      }
    }
  }

  /** A hint to fetch it again. What incidents say is public; who may see their tickets is settled when they are fetched. */
  tellIncident(id: number): void {
    for (const { send } of this.#listeners) send('incident', { type: 'incident', id });
  }

  /** There is something in the inbox of these people. */
  tellOfNotices(staffIds: readonly number[]): void {
    for (const { actor, send } of this.#listeners) {
      if (actor.kind === 'staff' && staffIds.includes(actor.id)) send('notice', { type: 'notice' });
    }
  }

  /** Ends the streams of whoever has lost or changed rights; a browser comes back by itself, with the rights of now. */
  dismiss(isAffected: (actor: Actor) => boolean): void {
    for (const { actor, close } of this.#listeners) if (isAffected(actor)) close();
  }

  /** How many streams of this person or program are open in this process. */
  countOf({ kind, id }: Member): number {
    return [...this.#listeners].filter(({ actor }) => actor.kind === kind && actor.id === id).length;
  }

  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function registerLiveRoute(app: App, audience: LiveAudience): void {
  app.get(
    '/api/v1/live',
    {
      onRequest: requireActor,
      schema: {
        tags: ['tickets'],
        operationId: 'live',
        summary: 'Live events (server-sent): what changed and should be fetched again',
        description:
          'Events are hints: `ticket` {id, version}, `notice` {}, `incident` {id}. They are not kept: after every connection, the first one and any later, fetch what you show.',
        response: streamReply('text/event-stream', 'Server-sent events'),
      },
    },
    async (request, reply) => {
      const actor = memberOf(request);
      if (audience.countOf(actor) >= mostStreams) throw new Refusal('live.too-many', '', { most: mostStreams });
      const stream = openEventStream(request, reply);
      const leave = audience.add({
        actor,
        send: (event, data) => stream.send(event, data),
        close: () => stream.close(),
      });
      void stream.closed.then(leave);
      return reply;
    },
  );
}
