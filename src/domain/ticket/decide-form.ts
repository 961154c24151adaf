import { Refusal } from '../refusal.ts';
import { checkAnswers, splitAnswers } from './answers.ts';
import { boundAnswers, boundHappenings } from './bindings.ts';
import type { TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import { completeStage, reopen } from './decide-stage.ts';
import type { Draft } from './draft.ts';
import { openGates } from './gates.ts';

type SubmitForm = Extract<TicketCommand, { do: 'submit-form' }>;

/**
 * The current stage's form completes the stage when its gates are met; otherwise it is refused, and what the person wrote
 * stays with them. A form of a stage already passed is corrected and moves nothing. A dissatisfied answer starts again.
 */
export function formHappenings(context: DecisionContext, draft: Draft, command: SubmitForm): void {
  const { playbook, directory } = context;
  const form = playbook.form(command.form);
  const stage = playbook.stage(draft.state.stage);
  const isCurrent = stage.form === form.id;
  if (!isCurrent && draft.state.forms[form.id] === undefined) {
    throw new Refusal('form.not-now', 'form', { form: form.id, stage: stage.id, expected: stage.form ?? null });
  }
  const answers = checkAnswers(playbook, directory, form, command.answers);
  const { clear, secret } = splitAnswers(playbook, form, answers);
  draft.add([
    { type: 'form.submitted', data: { form: form.id, stage: stage.id, answers: clear }, text: { answers: secret } },
  ]);
  const bound = boundAnswers(form, answers);
  if (!isCurrent) {
    const { rating, ...correctable } = bound;
    if (rating !== undefined) throw new Refusal('form.rating-is-final', 'answers', { form: form.id });
    draft.add(boundHappenings(playbook, directory, draft.state, correctable));
    return;
  }
  draft.add(boundHappenings(playbook, directory, draft.state, bound));
  if (bound.rating !== undefined && draft.state.isSatisfied === false) {
    reopen(context, draft, 'dissatisfied', draft.state.text?.remark ?? '');
    return;
  }
  const [gate] = openGates(stage, draft.state);
  if (gate) throw new Refusal(`gate.${gate}`, 'form', { stage: stage.id, gates: openGates(stage, draft.state) });
  completeStage(context, draft);
}
