import { Refusal } from '../refusal.ts';
import { optionsOf } from './field-options.ts';
import type { Playbook, PlaybookClock, PlaybookField, PlaybookForm, PlaybookStage } from './schema.ts';
import type { PromisedTime } from './schema-clock.ts';

/**
 * A playbook with its look-ups built once. Expects a document that `loadPlaybook` accepted. A name that the playbook does not know
 * refuses with `playbook.<thing>-unknown`, the field `<thing>` and the valid names in the details.
 */
export type CompiledPlaybook = {
  readonly source: Playbook;
  readonly firstStage: PlaybookStage;
  readonly firstForm: PlaybookForm;
  stage(id: string): PlaybookStage;
  form(id: string): PlaybookForm;
  clock(id: string): PlaybookClock;
  category(id: string): Playbook['categories'][number];
  priority(id: string): Playbook['priorities'][number];
  rating(id: string): Playbook['ratings'][number];
  channel(id: string): Playbook['channels'][number];
  /** 0 is the most urgent. */
  priorityRank(id: string): number;
  greenLane(priority: string): boolean;
  /** The answers a field allows; null when it has no fixed set (free text, numbers, staff, rating dimensions). */
  optionsOf(field: PlaybookField): ReadonlySet<string> | null;
  isPrivate(field: PlaybookField): boolean;
  /** The target of a clock as written; null where the clock does not exist for the ticket, and where `promisedBy` tells the time. */
  targetFor(clock: PlaybookClock | string, priority: string, category?: string | null): string | null;
  /** Which of the ticket's own times is the due time instead of a target; null for ordinary clocks and where the clock does not exist. */
  promisedBy(clock: PlaybookClock | string, priority: string, category?: string | null): PromisedTime | null;
};

const privateTypes: ReadonlySet<PlaybookField['type']> = new Set(['text', 'long-text', 'list']);

/** Free text may name a person and is encrypted; everything else stays clear. */
export function isPrivate(field: Pick<PlaybookField, 'type'>): boolean {
  return privateTypes.has(field.type);
}

export function compilePlaybook(source: Playbook): CompiledPlaybook {
  const stage = lookUp('stage', source.stages);
  const form = lookUp('form', source.forms);
  const clock = lookUp('clock', source.clocks);
  const priority = lookUp('priority', source.priorities);
  const ranks = new Map(source.priorities.map((one, rank) => [one.id, rank]));
  const options = compileOptions(source);
  const [firstStage] = source.stages;
  if (!firstStage?.form) throw new Refusal('playbook.invalid', 'stages.0.form', {}, 'the first stage has no form');
  return {
    source,
    firstStage,
    firstForm: form(firstStage.form),
    stage,
    form,
    clock,
    category: lookUp('category', source.categories),
    priority,
    rating: lookUp('rating', source.ratings),
    channel: lookUp('channel', source.channels),
    priorityRank: (id) => ranks.get(priority(id).id) ?? 0,
    greenLane: (id) => priority(id).greenLane,
    optionsOf: (field) => options.get(field) ?? allowedAnswers(source, field),
    isPrivate,
    targetFor: (one, id, kind) => {
      const known = typeof one === 'string' ? clock(one) : one;
      return existsFor(known, priority(id).id, kind ?? null) ? writtenTarget(known, id) : null;
    },
    promisedBy: (one, id, kind) => {
      const known = typeof one === 'string' ? clock(one) : one;
      return existsFor(known, priority(id).id, kind ?? null) ? ticketTime(known) : null;
    },
  };
}

function lookUp<T extends { id: string }>(thing: string, all: readonly T[]): (id: string) => T {
  const byId = new Map(all.map((one) => [one.id, one]));
  return (id) => {
    const found = byId.get(id);
    if (found) return found;
    const known = [...byId.keys()];
    throw new Refusal(
      `playbook.${thing}-unknown`,
      thing,
      { given: id, known },
      `${thing} "${id}" is not in the playbook`,
    );
  };
}

function compileOptions(source: Playbook): Map<PlaybookField, ReadonlySet<string> | null> {
  const fields = source.forms.flatMap((form) => form.fields);
  return new Map(fields.map((field) => [field, allowedAnswers(source, field)]));
}

function allowedAnswers(source: Playbook, field: PlaybookField): ReadonlySet<string> | null {
  const options = optionsOf(source, field);
  return options ? new Set(options.map((option) => option.id)) : null;
}

function existsFor({ priorities, categories }: PlaybookClock, priority: string, category: string | null): boolean {
  if (priorities && !priorities.includes(priority)) return false;
  return !categories || (category !== null && categories.includes(category));
}

function writtenTarget({ target }: PlaybookClock, priority: string): string | null {
  if (typeof target === 'string') return target;
  return isTicketTime(target) || !Object.hasOwn(target, priority) ? null : (target[priority] ?? null);
}

function ticketTime({ target }: PlaybookClock): PromisedTime | null {
  return typeof target === 'object' && isTicketTime(target) ? target.from : null;
}

/** No priority may be called `from` (see `check-clocks.ts`), so the key tells the two objects apart. */
export function isTicketTime(
  target: Exclude<PlaybookClock['target'], string>,
): target is { from: PromisedTime; plus?: string } {
  return Object.hasOwn(target, 'from');
}
