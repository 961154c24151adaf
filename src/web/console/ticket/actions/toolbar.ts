import type { ActionView, TicketDetail } from '../../../../contract/ticket.ts';
import type { ActionName } from './action-forms.ts';

/**
 * Which actions stand as buttons, and which fold into the menu; what is likeliest next comes first. What cannot be done now is kept together by
 * its reason; `ofOthers` takes another role.
 */
export type Toolbar = {
  buttons: ActionView[];
  menu: ActionView[];
  unavailable: ActionView[][];
  ofOthers: ActionView[];
};

/** Done in the stage's form, in the composer, beside the incident and the similar cases, which stand on the page themselves. */
const elsewhere: readonly ActionName[] = ['submit-form', 'inform-customer', 'add-note', 'unlink-incident', 'cite-case'];
/** Never offered as a button of their own: they change the course of a ticket. */
const menuOnly: readonly ActionName[] = ['dismiss', 'link-incident', 'escalate', 'chase', 'classify', 'attach'];

export function toolbarOf(detail: TicketDetail, mostButtons: number): Toolbar {
  const rank = rankOf(detail);
  const actions = detail.actions
    .filter((one) => !elsewhere.includes(one.do))
    .toSorted((a, b) => rank.indexOf(a.do) - rank.indexOf(b.do));
  const allowed = actions.filter((one) => one.isAllowed);
  const buttons = allowed.filter((one) => !menuOnly.includes(one.do)).slice(0, mostButtons);
  return {
    buttons,
    menu: allowed.filter((one) => !buttons.includes(one)),
    unavailable: byWhy(actions.filter((one) => !one.isAllowed && one.why !== 'auth.forbidden')),
    ofOthers: actions.filter((one) => one.why === 'auth.forbidden'),
  };
}

function byWhy(actions: readonly ActionView[]): ActionView[][] {
  const reasons = [...new Set(actions.map((one) => one.why))];
  return reasons.map((why) => actions.filter((one) => one.why === why));
}

function rankOf(detail: TicketDetail): readonly ActionName[] {
  const first: ActionName[] = [];
  if (detail.wait) first.push('end-wait', 'record-reply');
  if (detail.department !== null && !detail.isAccepted) first.push('accept', 'bounce', 'decline');
  if (detail.counterDate !== null) first.push('settle-date');
  if (detail.status === 'resolved') first.push('rate', 'reopen');
  if (detail.status === 'closed') first.push('reopen');
  return [...new Set([...first, ...usual])];
}

const usual: readonly ActionName[] = [
  'record-progress',
  'hand-off',
  'record-reply',
  'start-wait',
  'attach',
  'rate',
  'extend',
  'accept',
  'bounce',
  'decline',
  'report-obstacle',
  'settle-date',
  'classify',
  'chase',
  'escalate',
  'reopen',
  'link-incident',
  'dismiss',
  'end-wait',
];
