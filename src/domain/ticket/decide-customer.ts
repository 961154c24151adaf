import { blanksIn } from '../phrase/render.ts';
import { Refusal } from '../refusal.ts';
import { isDimensions } from './answers.ts';
import { ratingHappening } from './bindings.ts';
import { checkFuture } from './check-time.ts';
import { checkVia } from './check-via.ts';
import type { TicketContext } from './context.ts';
import { reopen, waitOver } from './decide-stage.ts';
import type { Makers } from './makers.ts';
import type { TicketFacts } from './state.ts';

/** What passes between the team and the customer. */
export const customerMakers: Makers<'inform-customer' | 'record-reply' | 'chase' | 'rate'> = {
  'inform-customer': (context, draft, { kind, via, message, eta }) => {
    if (kind === 'result' && !hasResult(context, draft.state)) throw new Refusal('customer.no-result-yet', 'kind');
    checkVia(context, via);
    checkFuture(context, eta, 'eta');
    checkBlanks(message);
    draft.add([{ type: 'customer.informed', data: { kind, via, eta }, text: { message } }]);
  },
  'record-reply': (context, draft, { via, message }) => {
    checkVia(context, via);
    draft.add([{ type: 'customer.replied', data: { via }, text: { message } }]);
    if (draft.state.wait?.for === 'customer') draft.add(waitOver(draft.state));
  },
  chase: (_, draft, { message }) => draft.add([{ type: 'customer.chased', data: {}, text: { message } }]),
  rate: (context, draft, { rating, dimensions, remark }) => {
    if (!isDimensions(context.playbook, dimensions)) throw new Refusal('callback.dimensions-unknown', 'dimensions');
    draft.add([ratingHappening(context.playbook, rating, dimensions, remark)]);
    if (draft.state.isSatisfied === false) reopen(context, draft, 'dissatisfied', remark);
  },
};

/** What nobody has begun to handle has none, unless its stage asks for just that: told too early it would keep the promise to resolve. */
function hasResult({ playbook }: TicketContext, { status, stage }: TicketFacts): boolean {
  return status !== 'todo' || playbook.stage(stage).gates.includes('told-result');
}

/** What a phrase left open is for the writer to fill; a customer never reads 【预计时间？】. */
function checkBlanks(message: string): void {
  const open = blanksIn(message).map(({ name }) => name);
  if (open.length > 0) throw new Refusal('message.blank', 'message', { blanks: open.join('、') });
}
