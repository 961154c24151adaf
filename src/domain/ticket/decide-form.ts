import type { PlaybookForm } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import { checkAnswers, splitAnswers } from './answers.ts';
import { boundAnswers, boundHappenings, fieldFor } from './bindings.ts';
import type { TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { completeStage, reopen } from './decide-stage.ts';
import type { Draft } from './draft.ts';
import type { Answers, AnswerValue } from './events.ts';
import { openGates } from './gates.ts';
import { placeOf, placeOfForm } from './stage-order.ts';
import type { TicketState } from './state.ts';
import { fieldsKept } from './words.ts';

type SubmitForm = Extract<TicketCommand, { do: 'submit-form' }>;

/**
 * The current stage's form completes the stage when its gates are met; otherwise it is refused, and what the person wrote
 * stays with them. A form of a stage already passed is corrected and moves nothing. A dissatisfied answer starts again.
 */
export function formHappenings(context: DecisionContext, draft: Draft, command: SubmitForm): void {
  const { playbook } = context;
  const form = playbook.form(command.form);
  const before = draft.state;
  const stage = playbook.stage(before.stage);
  const isCorrection = stage.form !== form.id;
  if (isCorrection) checkPassed(context, before, form);
  const given = isCorrection ? withKnownContacts(before, form, command.answers) : command.answers;
  const answers = checkAnswers(context, fieldsKept(context, form, given), given);
  if (isCorrection) checkReceipt(before, form, answers);
  const { clear, secret } = splitAnswers(playbook, form, answers);
  draft.add([
    { type: 'form.submitted', data: { form: form.id, stage: stage.id, answers: clear }, text: { answers: secret } },
  ]);
  // Whoever takes the ticket up by this form is copied in by its hand-off.
  const known = { ...before, registeredBy: draft.state.registeredBy };
  draft.add(boundHappenings(context, known, form, answers, isCorrection));
  if (!isCorrection) {
    const gates = openGates(playbook, stage, draft.state);
    if (gates[0]) throw new Refusal(`gate.${gates[0]}`, 'form', { stage: stage.id, gates });
  }
  if (draft.state.isSatisfied === false) reopen(context, draft, 'dissatisfied', draft.state.text?.remark ?? '');
  else if (!isCorrection) completeStage(context, draft);
}

/**
 * How to reach the customer is shown masked and corrected on the customer's own page: here it stays as it was said. Only a number that nobody had
 * given yet is taken, since an answer beside it may ask for it.
 */
function withKnownContacts({ text }: TicketState, form: PlaybookForm, given: Answers): Answers {
  const known = text?.answers[form.id];
  if (known === undefined) return given;
  const answers = { ...given };
  for (const { id, binds } of form.fields) {
    if (binds !== 'customer-contact' && binds !== 'customer-number') continue;
    const said = known[id];
    if (said !== undefined) answers[id] = said;
    else if (binds === 'customer-contact' || isMasked(given[id])) delete answers[id];
  }
  return answers;
}

const isMasked = (answer: AnswerValue | undefined) => typeof answer === 'string' && answer.includes('**');

/** In a second handling the forms of the stages ahead are to be filled in again, not corrected. */
function checkPassed({ playbook }: DecisionContext, state: TicketState, form: PlaybookForm): void {
  const place = placeOfForm(playbook, form.id);
  const isPassed = place >= 0 && place < placeOf(playbook, state.stage);
  if (isPassed && state.forms[form.id] !== undefined) return;
  const expected = playbook.stage(state.stage).form ?? null;
  throw new Refusal('form.not-now', 'form', { form: form.id, stage: state.stage, expected });
}

/** Promises have counted from the time of receipt, and have been kept or broken by it. */
function checkReceipt(state: TicketState, form: PlaybookForm, answers: Answers): void {
  const said = boundAnswers(form, answers)['received-at'];
  const known = boundAnswers(form, state.forms[form.id]?.answers ?? {})['received-at'];
  if (said === known || (typeof said === 'string' && Date.parse(said) === state.receivedAt)) return;
  throw new Refusal('form.receipt-is-final', fieldFor(form, 'received-at'), { form: form.id });
}
