import { useEffect, useRef, useState } from 'react';
import { api, type PortalDoor, type PortalKey } from '../api.ts';
import { keptDraft } from '../keep.ts';
import { useSay } from '../language.ts';
import { fieldProblems } from '../problem.tsx';
import { checkRequest, type Errors, givenAnswers, type RequestValues, trimmed } from './check-request.ts';

/** A request while it is being written: what stands in it, what is still wrong, and sending it once. */
const empty: RequestValues = { type: '', description: '', name: '', contact: '', answers: {} };

export function useRequest(door: PortalDoor, onSent: (key: PortalKey) => void) {
  const say = useSay();
  const [values, setValues] = useState<RequestValues>(() => ({
    ...empty,
    ...keptDraft.read<RequestValues>('request'),
  }));
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  // The same key until it has arrived, so that a second press after a broken answer makes no second request.
  const idempotencyKey = useRef(crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
  useEffect(() => keptDraft.write('request', values), [values]);

  const set = <K extends keyof RequestValues>(name: K, value: RequestValues[K]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...others }) => (name === 'answers' ? {} : others));
    idempotencyKey.current = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  };

  const send = async (): Promise<boolean> => {
    const found = checkRequest(values, door, say, Date.now());
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return false;
    setSending(true);
    try {
      const { number } = await api.submit(
        { ...trimmed(values), answers: givenAnswers(values.answers) },
        idempotencyKey.current,
      );
      keptDraft.write('request', null);
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

/** Remarks on fields that are on this page; anything else is shown as the failure that it is. */
function known(problems: Errors, door: PortalDoor): Errors {
  const here = new Set(['type', 'description', 'name', 'contact', ...(door.fields ?? []).map((field) => field.id)]);
  return Object.fromEntries(Object.entries(problems).filter(([field]) => here.has(field)));
}
