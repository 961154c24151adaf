import type { Names } from '../../../contract/common.ts';
import { maskContact, maskNumber } from '../../../domain/customer/mask.ts';
import { optionsOf } from '../../../domain/playbook/field-options.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { AnswerValue } from '../../../domain/ticket/events.ts';
import { isFilled } from './form-values.ts';
import type { FormPlaybook } from './options.ts';

type Words = {
  name: (names: Names | null | undefined) => string;
  staff: (id: number) => string;
  time: (instant: string) => string;
  yes: string;
  no: string;
};

/** An answer as lines to read: names instead of ids, local times, contacts masked. Empty when there is none. */
export function answerLines(
  playbook: FormPlaybook,
  field: PlaybookField,
  value: AnswerValue | undefined,
  words: Words,
): string[] {
  if (value === undefined) return [];
  if (field.type === 'check') return [value === true ? words.yes : words.no];
  if (!isFilled(value)) return [];
  if (field.binds === 'customer-contact') return [maskContact(String(value))];
  if (field.binds === 'customer-number') return [maskNumber(String(value))];
  switch (field.type) {
    case 'date-time':
      return [words.time(String(value))];
    case 'staff':
    case 'staff-list':
      return [
        [value]
          .flat()
          .map((id) => words.staff(Number(id)))
          .join(' · '),
      ];
    case 'choice':
    case 'choices':
    case 'department':
      return [
        [value]
          .flat()
          .map((id) => optionName(playbook, field, String(id), words))
          .join(' · '),
      ];
    case 'rating-dimensions':
      return ratedLines(playbook, value, words);
    case 'list':
      return [value].flat().map(String);
    default:
      return [String(value)];
  }
}

function optionName(playbook: FormPlaybook, field: PlaybookField, id: string, { name }: Words): string {
  const option = optionsOf(playbook, field)?.find((one) => one.id === id);
  return option ? name(option.name) : id;
}

function ratedLines(playbook: FormPlaybook, value: AnswerValue, { name }: Words): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return playbook.ratingDimensions.flatMap((dimension) => {
    const rating = playbook.ratings.find((one) => one.id === value[dimension.id]);
    return rating ? [`${name(dimension.name)}: ${name(rating.name)}`] : [];
  });
}
