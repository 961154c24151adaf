import { isPlausibleContact } from '../../../domain/customer/contact.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import type { PortalDoor } from '../api.ts';
import type { Say } from '../language.ts';

/** What is still missing or wrong in a request, field by field, before it is sent. The server checks again. */
export type RequestValues = { type: string; description: string; name: string; contact: string; answers: Answers };
export type Errors = Record<string, string>;

/** @param now epoch ms */
export function checkRequest(
  values: RequestValues,
  door: Pick<PortalDoor, 'types' | 'fields'>,
  say: Say,
  now: number,
): Errors {
  const errors: Errors = {};
  const { type, description, name, contact } = trimmed(values);
  if (!door.types.some((one) => one.id === type)) errors.type = say('error.type');
  if (description.length < 4) errors.description = say('error.description');
  if (name === '') errors.name = say('error.name');
  if (contact === '') errors.contact = say('error.needContact');
  else if (!isPlausibleContact(contact)) errors.contact = say('error.contact');
  for (const field of door.fields ?? []) {
    const answer = values.answers[field.id];
    if (isEmpty(answer)) {
      if (isNeeded(field, values.answers)) errors[field.id] = say('error.required');
    } else if (field.past && Date.parse(String(answer)) > now) errors[field.id] = say('error.future');
  }
  return errors;
}

function isNeeded(field: PlaybookField, answers: Answers): boolean {
  if (field.required) return true;
  const when = field.requiredWhen;
  return when?.is.some((one) => one === answers[when.field]) ?? false;
}

function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === false) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return typeof answer === 'string' && answer.trim() === '';
}

export function trimmed({ type, description, name, contact }: RequestValues) {
  return { type, description: description.trim(), name: name.trim(), contact: contact.trim() };
}

export function givenAnswers(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEmpty(answer)));
}
