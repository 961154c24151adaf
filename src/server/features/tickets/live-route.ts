import { mayRead } from '../../../domain/access/ticket-rules.ts';
import type { Actor } from '../../../domain/ticket/actor.ts';
import type { App } from '../../http/app.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { TicketChange } from './live.ts';

type Listener = { actor: Actor; send: (event: string, data: unknown) => boolean; close: () => void };

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

  /** Ends the streams of whoever has lost or changed rights; a browser comes back by itself, with the rights of now. */
  dismiss(isAffected: (actor: Actor) => boolean): void {
    for (const { actor, close } of this.#listeners) if (isAffected(actor)) close();
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
      schema: { tags: ['tickets'], summary: 'Live events (server-sent): what changed and should be fetched again' },
    },
    async (request, reply) => {
      const actor = memberOf(request);
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
