import type { Actor } from '../../../domain/ticket/actor.ts';
import { boundAnswers } from '../../../domain/ticket/bindings.ts';
import { decideRegistration } from '../../../domain/ticket/register.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import type { Engine } from './engine.ts';
import { channelOf, type RegisterRequest, receivedAtOf } from './register-ticket.ts';

/** The ticket that a registration would make, without its number and customer; nothing is written. @throws Refusal as that would */
export function previewRegistration(engine: Engine, actor: Actor, request: RegisterRequest): TicketState {
  const playbook = engine.playbooks.get(request.playbook);
  const calendar = engine.calendars.current();
  const now = engine.clock.now();
  const bound = boundAnswers(playbook.firstForm, request.answers);
  const context = {
    playbook,
    calendar: engine.calendars.get(calendar.id, calendar.version),
    directory: engine.directory,
    actor,
    now,
  };
  const versions = { playbook: { id: playbook.source.id, version: playbook.source.version }, calendar };
  return decideRegistration(context, versions, {
    number: '',
    customerId: 0,
    channel: channelOf(playbook, request, bound),
    receivedAt: receivedAtOf(request, bound, now),
    answers: request.answers,
    takenOver: request.takenOver,
  }).state;
}
