import { useEffect, useRef, useState } from 'react';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { api, type PortalDoor, type PortalKey } from '../api.ts';
import { keptDraft } from '../keep.ts';
import { type Say, useSay } from '../language.ts';
import { fieldProblems } from '../problem.tsx';

/** A request while it is being written: what stands in it, what is still wrong, and sending it once. */
export type RequestValues = { type: string; description: string; name: string; contact: string; answers: Answers };
type Errors = Record<string, string>;

const empty: RequestValues = { type: '', description: '', name: '', contact: '', answers: {} };

export function useRequest(door: PortalDoor, onSent: (key: PortalKey) => void) {
  const say = useSay();
  const [values, setValues] = useState<RequestValues>(() => ({ ...empty, ...keptDraft.read() }));
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  // The same key until it has arrived, so that a second press after a broken answer makes no second request.
  const idempotencyKey = useRef(crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
  useEffect(() => keptDraft.write(values), [values]);

  const set = <K extends keyof RequestValues>(name: K, value: RequestValues[K]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...others }) => (name === 'answers' ? {} : others));
    idempotencyKey.current = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  };

  const send = async (): Promise<boolean> => {
    const found = check(values, door, say);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return false;
    setSending(true);
    try {
      const { number } = await api.submit(
        { ...trimmed(values), answers: given(values.answers) },
        idempotencyKey.current,
      );
      keptDraft.write(null);
      onSent({ number, contact: values.contact.trim() });
      return true;
    } catch (error) {
      setFailure(error);
      setErrors(known(fieldProblems(error), door));
      return false;
    } finally {
      setSending(false);
    }
  };
  return { values, set, errors, failure, isSending, send };
}

export function check(values: RequestValues, door: Pick<PortalDoor, 'types' | 'fields'>, say: Say): Errors {
  const errors: Errors = {};
  const { type, description, name, contact } = trimmed(values);
  if (!door.types.some((one) => one.id === type)) errors.type = say('error.type');
  if (description.length < 4) errors.description = say('error.description');
  if (name === '') errors.name = say('error.name');
  if (contact.length < 3) errors.contact = say('error.contact');
  for (const field of door.fields ?? []) {
    if (isNeeded(field, values.answers) && isEmpty(values.answers[field.id])) errors[field.id] = say('error.required');
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

function trimmed({ type, description, name, contact }: RequestValues) {
  return { type, description: description.trim(), name: name.trim(), contact: contact.trim() };
}

function given(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEmpty(answer)));
}

/** Remarks on fields that are on this page; anything else is shown as the failure that it is. */
function known(problems: Errors, door: PortalDoor): Errors {
  const here = new Set(['type', 'description', 'name', 'contact', ...(door.fields ?? []).map((field) => field.id)]);
  return Object.fromEntries(Object.entries(problems).filter(([field]) => here.has(field)));
}
