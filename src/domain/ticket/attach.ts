import { mayCommand } from '../access/ticket-rules.ts';
import { Refusal } from '../refusal.ts';
import { mayFaceCustomer } from './actions.ts';
import type { TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import type { Draft } from './draft.ts';

/** A file that has been stored and waits to be put on its ticket. `sha256` is of what is stored, sealed, in hex. */
export type Upload = { id: number; name: string; mediaType: string; bytes: number; sha256: string };

/**
 * Puts uploads on the ticket, after what they came with. The customer sees what they brought themselves, what came with words to them and what
 * was offered to them; the rest stays with the team, what is written down of the customer too. Who may not talk to the customer may not show them files either.
 * @throws Refusal attachment.none, attachment.already-there, auth.forbidden, customer.interface-only
 */
export function attach(
  context: DecisionContext,
  draft: Draft,
  command: TicketCommand,
  uploads: readonly Upload[],
): void {
  const { actor } = context;
  if (command.do === 'attach' && uploads.length === 0) throw new Refusal('attachment.none', 'attachments');
  const isOffered = command.do === 'attach' && command.isShown && actor.kind !== 'customer';
  if (isOffered && !mayCommand(actor, draft.state, 'inform-customer'))
    throw new Refusal('auth.forbidden', 'isShown', { command: 'inform-customer' });
  if (isOffered && !mayFaceCustomer(context, draft.state, actor))
    throw new Refusal('customer.interface-only', 'isShown');
  const isShown =
    actor.kind === 'customer' || command.do === 'inform-customer' || (command.do === 'attach' && command.isShown);
  for (const { id, name, mediaType, bytes, sha256 } of uploads) {
    if (draft.state.attachments.some((one) => one.id === id)) {
      throw new Refusal('attachment.already-there', 'attachments', { id });
    }
    draft.add([
      { type: 'attachment.added', data: { attachment: id, mediaType, bytes, sha256, isShown }, text: { name } },
    ]);
  }
}
