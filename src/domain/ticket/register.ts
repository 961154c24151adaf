import { mayRegister } from '../access/ticket-rules.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import { Refusal } from '../refusal.ts';
import { eventActor } from './actor.ts';
import { checkAnswers, splitAnswers } from './answers.ts';
import { boundHappenings } from './bindings.ts';
import { isToCome } from './check-time.ts';
import type { Registration } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { autoAdvance, enterNext } from './decide-stage.ts';
import { type Decision, Draft } from './draft.ts';
import type { TicketEvent } from './events.ts';
import { evolve } from './evolve.ts';

export type Versions = { playbook: { id: string; version: number }; calendar: { id: string; version: number } };

/**
 * A new ticket: the first stage's form is answered, which completes that stage. `receivedAt` within a minute ahead of
 * `now` is taken as now; later is refused. The state's `id` is 0 until the store has given one.
 */
export function decideRegistration(context: DecisionContext, versions: Versions, registration: Registration): Decision {
  const { playbook, actor, now } = context;
  const { takenOver } = registration;
  if (!mayRegister(actor)) throw new Refusal('auth.forbidden', '', { command: 'register' });
  playbook.channel(registration.channel);
  if (isToCome(registration.receivedAt, now)) {
    const { receivedAt } = registration;
    throw new Refusal('ticket.received-in-future', whereReceived(playbook, registration), { receivedAt, now });
  }
  const form = playbook.firstForm;
  const answers = checkAnswers(context, form, registration.answers);
  const { clear, secret } = splitAnswers(playbook, form, answers);
  const registered: TicketEvent = {
    seq: 1,
    at: now,
    actor: eventActor(actor),
    type: 'ticket.registered',
    data: {
      number: registration.number,
      ...versions,
      customerId: registration.customerId,
      channel: registration.channel,
      receivedAt: Math.min(registration.receivedAt, now),
      form: form.id,
      answers: clear,
      ...(takenOver?.isHistory && { isHistory: true }),
    },
    text: { answers: secret, ...(takenOver?.reference && { reference: takenOver.reference }) },
  };
  const state = evolve(context, null, registered);
  const draft = new Draft(context, state);
  draft.add(boundHappenings(context, state, form, answers, false));
  for (const note of takenOver?.notes ?? []) draft.add([{ type: 'note.added', data: {}, text: { note } }]);
  enterNext(context, draft);
  autoAdvance(context, draft);
  const { events, state: after } = draft.decision();
  return { events: [registered, ...events], state: after };
}

/** The form's own field where it said so, that the refusal stands under it. */
function whereReceived({ firstForm }: CompiledPlaybook, { answers, receivedAt }: Registration): string {
  const field = firstForm.fields.find(({ binds }) => binds === 'received-at');
  const said = field && answers[field.id];
  return typeof said === 'string' && Date.parse(said) === receivedAt ? `answers.${field?.id}` : 'receivedAt';
}
