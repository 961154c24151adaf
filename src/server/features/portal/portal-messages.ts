import type { PortalView } from '../../../contract/portal.ts';
import type { EventOf, TicketEvent } from '../../../domain/ticket/events.ts';

type Message = PortalView['messages'][number];
/** The event that a message came from: files that came with it are its own. */
type Spoken = Message & { by: TicketEvent };

/**
 * Only what was said between customer and team, with its files: no notes, no progress, no names. What a colleague wrote down of the customer
 * was written for colleagues: the customer sees that they were heard, not how it was put.
 */
export function messagesOf(events: readonly TicketEvent[]): Message[] {
  const said: Spoken[] = [];
  for (const event of events) {
    if (event.type === 'attachment.added') addFile(said, event);
    else said.push(...toMessage(event));
  }
  return said.map(({ by: _, ...message }) => message);
}

function toMessage(event: TicketEvent): Spoken[] {
  const rest = { at: new Date(event.at).toISOString(), attachments: [], by: event };
  switch (event.type) {
    case 'customer.informed':
      return event.text ? [{ from: 'team', message: event.text.message, ...rest }] : [];
    case 'customer.replied':
    case 'customer.chased':
      if (event.actor.kind !== 'customer') return [{ from: 'noted', message: '', ...rest }];
      // Whoever only asks where it stands says nothing besides.
      return [{ from: 'customer', message: event.text?.message ?? '', ...rest }];
    case 'callback.made': {
      const remark = event.actor.kind === 'customer' ? (event.text?.remark ?? '') : '';
      return remark === '' ? [] : [{ from: 'customer', message: remark, ...rest }];
    }
    default:
      return [];
  }
}

/** With the words that it came with; alone it stands for itself. A name that is gone with the customer leaves nothing to show. */
function addFile(said: Spoken[], event: EventOf<'attachment.added'>): void {
  const { data, text } = event;
  if (!data.isShown || !text) return;
  const file = { id: data.attachment, name: text.name, mediaType: data.mediaType, bytes: data.bytes };
  const last = said.at(-1);
  if (last && isOneAct(last.by, event)) {
    last.attachments.push(file);
    return;
  }
  const from = event.actor.kind === 'customer' ? 'customer' : 'team';
  said.push({ from, at: new Date(event.at).toISOString(), message: '', attachments: [file], by: event });
}

function isOneAct(first: TicketEvent, second: TicketEvent): boolean {
  return first.at === second.at && first.actor.kind === second.actor.kind && first.actor.id === second.actor.id;
}
