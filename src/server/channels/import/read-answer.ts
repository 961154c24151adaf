import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import { optionsOf } from '../../../domain/playbook/field-options.ts';
import type { PlaybookField, PlaybookOption } from '../../../domain/playbook/schema.ts';
import type { AnswerValue } from '../../../domain/ticket/events.ts';
import { formatInstant } from '../../../domain/time/instant.ts';
import { cleanText, isPlaceholder, lineOf, tellsApart } from './clean-text.ts';
import { bareHeader } from './header-words.ts';
import { type InstantOptions, readInstant } from './read-instant.ts';

/**
 * What cells say, as an answer to a field. `none`: nothing is said. `unfit`: something is said that the field does not take; it goes
 * into the note. `problem`: the row cannot be taken like this.
 */
export type ReadAnswer = { value: AnswerValue } | { none: true } | { unfit: string } | { problem: string };

export function readAnswer(
  playbook: CompiledPlaybook,
  field: PlaybookField,
  cells: readonly string[],
  options: InstantOptions,
): ReadAnswer {
  const texts = cells.map(cleanText).filter((cell) => cell !== '');
  const [first] = texts;
  if (first === undefined) return { none: true };
  switch (field.type) {
    case 'text':
      return readLine(field, texts.map(lineOf));
    case 'long-text':
      return { value: joinParagraphs(texts) };
    case 'list':
      return { value: texts.flatMap((text) => text.split('\n').map(lineOf)).filter((line) => line !== '') };
    case 'number': {
      const number = Number(first.replaceAll(',', ''));
      return Number.isFinite(number) ? { value: number } : { problem: `"${first}" is no number` };
    }
    case 'check':
      return readCheck(first);
    case 'date-time': {
      const read = readInstant(first, options);
      return 'at' in read ? { value: formatInstant(read.at, options.timeZone) } : read;
    }
    case 'choice':
    case 'department':
      return readChoice(playbook, field, first);
    case 'choices':
      return readChoices(playbook, field, texts);
    case 'staff':
      return /^\d+$/.test(first) ? { value: Number(first) } : { unfit: 'is no id of a member of staff' };
    case 'staff-list':
    case 'rating-dimensions':
      return { unfit: 'cannot be imported' };
  }
}

const identifying: ReadonlySet<string | undefined> = new Set(['customer-contact', 'customer-number']);

function readLine({ binds }: PlaybookField, lines: string[]): ReadAnswer {
  if (!identifying.has(binds)) return { value: lines.join(' ') };
  const telling = lines.filter(tellsApart);
  if (telling.length > 0) return { value: telling.join(', ') };
  return lines.every(isPlaceholder) ? { none: true } : { unfit: 'would make strangers one customer' };
}

/** A subject that the text begins with is not said twice. */
function joinParagraphs(texts: readonly string[]): string {
  const [first = '', second, ...rest] = texts;
  const isRepeated = second?.startsWith(first.replace(/[.…。]+$/, '')) ?? false;
  return (isRepeated ? [second, ...rest] : texts).join('\n\n');
}

function readCheck(text: string): ReadAnswer {
  if (/^(?:是|有|对|真|已|√|y|yes|true|1|x)$/i.test(text)) return { value: true };
  return /^(?:否|无|没有|假|未|n|no|false|0)$/i.test(text) ? { value: false } : { unfit: 'is neither yes nor no' };
}

function readChoice(playbook: CompiledPlaybook, field: PlaybookField, text: string): ReadAnswer {
  const id = optionCalled(optionsOf(playbook.source, field) ?? [], text);
  return id === null ? { unfit: 'is no option of this field' } : { value: id };
}

function readChoices(playbook: CompiledPlaybook, field: PlaybookField, texts: readonly string[]): ReadAnswer {
  const options = optionsOf(playbook.source, field) ?? [];
  const parts = texts.flatMap((text) => text.split(/[,，;；、|\n]/)).filter((part) => part.trim() !== '');
  const ids = parts.map((part) => optionCalled(options, part));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length ? { value: known } : { unfit: 'is not among the options of this field' };
}

/** By id or by its name in either language; 投诉类 is 投诉. */
function optionCalled(options: readonly PlaybookOption[], text: string): string | null {
  const bare = bareHeader(text);
  const called = (one: PlaybookOption, wanted: string) =>
    [one.id, one.name.zh, one.name.en].some((name) => bareHeader(name) === wanted);
  const found =
    options.find((one) => called(one, bare)) ?? options.find((one) => called(one, bare.replace(/[类件级型]$/, '')));
  return found?.id ?? null;
}
