import { bindingRules } from './binding-rules.ts';
import { type Problem, problemAt } from './problem.ts';
import type { Playbook, PlaybookForm } from './schema.ts';
import type { Binding } from './schema-form.ts';

/** Without these nobody would know whose demand it is, what it is or where it came from. */
const needed: readonly Binding[] = ['customer-name', 'description', 'channel'];

/** A ticket is made by answering the first stage's form: that form must say enough, and it alone can say some things. */
export function checkFirstStage({ stages, forms }: Playbook): Problem[] {
  const [first] = stages;
  if (first?.form === undefined) {
    return [problemAt(['stages', 0], 'the first stage needs a form: a ticket is registered by answering it')];
  }
  const index = forms.findIndex((form) => form.id === first.form);
  const form = forms[index];
  if (!form) return [];
  return [
    ...checkNeeded(form, ['forms', index]),
    ...forms.flatMap((one, at) => (at === index ? [] : checkLater(one, at))),
  ];
}

function checkNeeded(form: PlaybookForm, path: (string | number)[]): Problem[] {
  return needed.flatMap((binding) => {
    const at = form.fields.findIndex((field) => field.binds === binding);
    if (at < 0) {
      return [problemAt([...path, 'fields'], `the form of the first stage needs a field that binds ${binding}`)];
    }
    if (form.fields[at]?.required) return [];
    return [problemAt([...path, 'fields', at], `binds ${binding} for the registration, so it must be required: true`)];
  });
}

function checkLater(form: PlaybookForm, index: number): Problem[] {
  return form.fields.flatMap(({ binds }, at) => {
    if (binds === undefined || !bindingRules[binds].atRegistration) return [];
    return [
      problemAt(['forms', index, 'fields', at, 'binds'], `${binds} can only be set by the form of the first stage`),
    ];
  });
}
