import { type FormEvent, type ReactNode, useState } from 'react';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Button, Field } from '../parts.tsx';
import { Problem } from '../problem.tsx';

type Props = { number: string; onFound: (view: PortalView, key: PortalKey) => void };

export function FollowForm({ number: start, onFound }: Props): ReactNode {
  const say = useSay();
  const [number, setNumber] = useState(start);
  const [contact, setContact] = useState('');
  const [errors, setErrors] = useState<{ number?: string; contact?: string }>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const key = { number: number.trim().toUpperCase(), contact: contact.trim() };
    const found = {
      ...(key.number === '' ? { number: say('error.number') } : {}),
      ...(key.contact.length < 3 ? { contact: say('follow.needContact') } : {}),
    };
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      onFound(await api.follow(key), key);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card narrow">
      <h1 className="title">{say('follow.title')}</h1>
      <p className="lead">{say('follow.lead')}</p>
      <form noValidate onSubmit={find}>
        <Field label={say('follow.number')} hint={say('follow.numberHint')} error={errors.number}>
          {(ids) => (
            <input
              {...ids}
              className="input mono"
              autoCapitalize="characters"
              autoComplete="off"
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('follow.contact')} hint={say('follow.contactHint')} error={errors.contact}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="tel"
              maxLength={120}
              value={contact}
              onChange={(event) => setContact(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <Problem error={failure} />}
        <Button type="submit" tone="primary" isBusy={isBusy} busyText={say('follow.sending')}>
          {say('follow.send')}
        </Button>
        <p className="privacy">{say('follow.private')}</p>
      </form>
    </section>
  );
}
