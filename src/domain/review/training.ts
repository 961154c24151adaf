import type { DocumentSection, FormDocument } from '../output/document.ts';
import { fillNames, nameIn } from '../output/language.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { PlaybookClock, PlaybookField } from '../playbook/schema.ts';
import type { Bilingual } from '../playbook/schema-parts.ts';
import { stagesThatBind } from '../ticket/stage-order.ts';
import { parseTarget } from '../time/target.ts';
import { casesSection, type ReportContext, type Reported, tableSection } from './report.ts';
import { trainingWords as words } from './training-words.ts';

/**
 * What both sides are trained with each month: for customer service how the template is filled in and what is urgent, for departments which
 * category is whose and by when they answer, with the period's own cases, good and bad. All of it is the playbook's word.
 */
export function trainingMaterial(playbook: CompiledPlaybook, review: Reported, context: ReportContext): FormDocument {
  const say = (word: Bilingual) => nameIn(word, context.language);
  return {
    form: 'training',
    title: say(words.title),
    number: `${say(playbook.source.name)} ${review.from} – ${review.to}`,
    organisation: context.organisation,
    isFilled: true,
    sections: [
      ...templates(playbook, review, say),
      ...urgency(playbook, say),
      ...categories(playbook, context, say),
      ...standards(playbook, context, say),
      ...casesSection(review, context, say),
    ],
    signatures: [],
    printedAt: context.printedAt,
  };
}

type Say = (word: Bilingual) => string;

/** The forms by which tickets are handed on, with how often each field was found missing. */
function templates(playbook: CompiledPlaybook, { figures }: Reported, say: Say): DocumentSection[] {
  const { id } = playbook.source;
  const missing = new Map(
    figures.handOffs.byField.flatMap((one) => (one.playbook === id ? [[one.field, one.count] as const] : [])),
  );
  const heads = [words.field, words.how, words.lacking].map(say);
  return stagesThatBind(playbook, 'department').flatMap(({ form = '' }) => {
    const { name, fields } = playbook.form(form);
    const asked = fields.filter(({ required, requiredWhen }) => required || requiredWhen);
    const rows = asked.map((field) => [say(field.name), howToFill(field, say), missing.get(field.id) ?? 0]);
    return tableSection(say(fillNames(words.template, { form: say(name) })), heads, rows);
  });
}

function howToFill({ help, required }: PlaybookField, say: Say): string {
  const must = say(required ? words.required : words.requiredWhen);
  return help ? `${must}\n${say(help)}` : must;
}

function urgency({ source }: CompiledPlaybook, say: Say): DocumentSection[] {
  const rows = source.priorities.map(({ name, when, greenLane }) => [
    say(name),
    [when ? say(when) : '', greenLane ? say(words.greenLane) : ''].filter((part) => part !== '').join('\n'),
  ]);
  return tableSection(say(words.urgency), [words.priority, words.when].map(say), rows);
}

function categories({ source }: CompiledPlaybook, { names }: ReportContext, say: Say): DocumentSection[] {
  const rows = source.categories.map(({ name, examples, department }) => [
    say(name),
    examples ? say(examples) : '',
    department === undefined ? '' : names.department(department),
  ]);
  return tableSection(say(words.categories), [words.category, words.examples, words.department].map(say), rows);
}

/** Every promise that one of the two sides is appraised by. */
function standards(playbook: CompiledPlaybook, { language }: ReportContext, say: Say): DocumentSection[] {
  const { clocks, priorities } = playbook.source;
  const heads = [say(words.promise), say(words.from), ...priorities.map(({ name }) => say(name))];
  const rows = clocks
    .filter(({ appraises }) => appraises !== undefined)
    .map((clock) => [
      say(clock.name),
      clock.help ? say(clock.help) : '',
      ...priorities.map(({ id }) => targetWords(playbook, clock, id, language)),
    ]);
  return tableSection(say(words.standards), heads, rows);
}

function targetWords(
  playbook: CompiledPlaybook,
  clock: PlaybookClock,
  priority: string,
  language: ReportContext['language'],
): string {
  if (playbook.promisedBy(clock, priority) !== null) return nameIn(words.given, language);
  const target = playbook.targetFor(clock, priority);
  if (target === null) return '—';
  const { amount, unit } = parseTarget(target);
  return nameIn(fillNames(words[unit], { amount }), language);
}
