import { bindingRules } from './binding-rules.ts';
import { repeatedIds } from './names.ts';
import { type Problem, problemAt, unknownName } from './problem.ts';
import type { Playbook, PlaybookField, PlaybookForm } from './schema.ts';
import type { FieldType } from './schema-form.ts';

type Path = (string | number)[];

/** Fields that nobody could answer, and bindings that would not do what they say. */
export function checkForms(playbook: Playbook): Problem[] {
  return playbook.forms.flatMap((form, index) => {
    const path: Path = ['forms', index];
    return [
      ...repeatedIds([...path, 'fields'], 'field', form.fields),
      ...repeatedBindings(form, path),
      ...form.fields.flatMap((field, at) => checkField(playbook, form, field, [...path, 'fields', at])),
    ];
  });
}

function repeatedBindings(form: PlaybookForm, path: Path): Problem[] {
  return form.fields.flatMap(({ binds }, index) => {
    const first = form.fields.findIndex((field) => field.binds === binds);
    if (binds === undefined || first === index) return [];
    const message = `"${binds}" is already set by the field "${form.fields[first]?.id}" of this form`;
    return [problemAt([...path, 'fields', index, 'binds'], message)];
  });
}

function checkField(playbook: Playbook, form: PlaybookForm, field: PlaybookField, path: Path): Problem[] {
  return [
    ...checkOptions(field, path),
    ...checkDepartments(playbook, field, path),
    ...checkCondition(playbook, form, field, path),
    ...checkBinding(field, path),
    ...checkDimensions(playbook, field, path),
    ...checkLength(field, path),
    ...checkPast(field, path),
  ];
}

const chosen: ReadonlySet<FieldType> = new Set(['choice', 'choices']);

function checkOptions(field: PlaybookField, path: Path): Problem[] {
  const { type, options, optionsFrom } = field;
  const isChosen = chosen.has(type);
  if (isChosen && options === undefined && optionsFrom === undefined) {
    return [problemAt(path, `a ${type} needs options, or optionsFrom`)];
  }
  if (isChosen && options !== undefined && optionsFrom !== undefined) {
    return [problemAt([...path, 'optionsFrom'], 'stands beside options; keep one of them')];
  }
  if (isChosen && options?.length === 0) return [problemAt([...path, 'options'], 'must list at least 1')];
  const extra = options ? 'options' : optionsFrom ? 'optionsFrom' : null;
  if (!isChosen && extra) return [problemAt([...path, extra], `only choice and choices have options, not ${type}`)];
  return repeatedIds([...path, 'options'], 'option', options ?? []);
}

function checkDepartments(playbook: Playbook, { type, options = [] }: PlaybookField, path: Path): Problem[] {
  const known = playbook.departments.map(({ id }) => id);
  return options.flatMap(({ departments = [] }, index) => {
    const at = [...path, 'options', index, 'departments'];
    if (departments.length > 0 && type !== 'choice')
      return [problemAt(at, `only the answer to a choice names departments, not ${type}`)];
    return departments.flatMap((one, place) =>
      known.includes(one) ? [] : [unknownName([...at, place], 'department', one, known)],
    );
  });
}

function checkCondition(playbook: Playbook, form: PlaybookForm, field: PlaybookField, path: Path): Problem[] {
  const { requiredWhen, required } = field;
  if (!requiredWhen) return [];
  const at = [...path, 'requiredWhen'];
  const others = form.fields.filter((one) => one !== field);
  const other = others.find((one) => one.id === requiredWhen.field);
  if (!other) {
    return [
      unknownName(
        [...at, 'field'],
        'other field',
        requiredWhen.field,
        others.map((one) => one.id),
      ),
    ];
  }
  if (required) return [problemAt(at, 'has no effect: the field is always required')];
  const answers = answersOf(playbook, other);
  if (!answers)
    return [problemAt([...at, 'field'], `"${other.id}" is a ${other.type}; only a choice or check can decide`)];
  return requiredWhen.is.flatMap((value, index) =>
    answers.has(value)
      ? []
      : [unknownName([...at, 'is', index], `answer of ${other.id}`, String(value), texts(answers))],
  );
}

/** What a field that decides about another can be answered with; null for fields that cannot decide. */
export function answersOf(
  playbook: Playbook,
  { type, options, optionsFrom }: PlaybookField,
): Set<string | boolean> | null {
  if (type === 'check') return new Set([true, false]);
  if (type === 'department') return new Set(playbook.departments.map((one) => one.id));
  if (type !== 'choice') return null;
  const lists = {
    channels: playbook.channels,
    'customer-types': playbook.customerTypes,
    categories: playbook.categories,
    priorities: playbook.priorities,
    ratings: playbook.ratings,
  };
  return new Set((options ?? (optionsFrom ? lists[optionsFrom] : [])).map((one) => one.id));
}

const texts = (answers: ReadonlySet<string | boolean>): string[] => [...answers].map(String);

function checkBinding({ type, optionsFrom, binds }: PlaybookField, path: Path): Problem[] {
  if (binds === undefined) return [];
  const rule = bindingRules[binds];
  if (!rule.types.includes(type)) {
    return [
      problemAt([...path, 'type'], `a field that binds ${binds} must be ${rule.types.join(' or ')}, not ${type}`),
    ];
  }
  if (rule.optionsFrom === undefined || rule.optionsFrom === optionsFrom) return [];
  return [problemAt(path, `a field that binds ${binds} must have optionsFrom: ${rule.optionsFrom}`)];
}

function checkDimensions({ ratingDimensions }: Playbook, { type }: PlaybookField, path: Path): Problem[] {
  if (type !== 'rating-dimensions' || ratingDimensions.length > 0) return [];
  return [problemAt([...path, 'type'], 'the playbook lists no ratingDimensions to rate')];
}

function checkLength({ type, maxLength }: PlaybookField, path: Path): Problem[] {
  if (maxLength === undefined || type === 'text' || type === 'long-text') return [];
  return [problemAt([...path, 'maxLength'], `only text and long-text have a length, not ${type}`)];
}

function checkPast({ type, past, binds }: PlaybookField, path: Path): Problem[] {
  if (!past) return [];
  if (type !== 'date-time') return [problemAt([...path, 'past'], `only a date-time lies in the past, not ${type}`)];
  if (binds === undefined) return [];
  return [problemAt([...path, 'past'], `a field that binds ${binds} already has its own rule`)];
}
