import { type FormEvent, type ReactNode, useRef } from 'react';
import type { Uploads } from '../../api/use-uploads.ts';
import type { PortalDoor, PortalKey } from '../api.ts';
import { FilePicker } from '../files/file-picker.tsx';
import { useRequestUploads } from '../files/use-request-uploads.ts';
import { useName, useSay } from '../language.ts';
import { Button, Field, FieldGroup, Notice } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { Question } from './question.tsx';
import { useRequest } from './use-request.ts';

export function RequestForm({
  door,
  onSent,
}: {
  door: PortalDoor;
  onSent: (key: PortalKey, files: File[]) => void;
}): ReactNode {
  const say = useSay();
  const name = useName();
  const form = useRef<HTMLFormElement>(null);
  const limitBytes = door.attachmentLimits.bytes;
  const uploads = useRequestUploads(null, limitBytes);
  const { values, set, errors, failure, isSending, send } = useRequest(door, (key) =>
    onSent(key, filesToSend(uploads)),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await send())) requestAnimationFrame(() => firstInvalid(form.current)?.focus());
  };
  const count = Object.keys(errors).length;
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <FieldGroup label={say('submit.type')} error={errors.type}>
        <div className="choices">
          {door.types.map((type) => (
            <label key={type.id} className="choice">
              <input
                type="radio"
                name="type"
                value={type.id}
                checked={values.type === type.id}
                aria-invalid={errors.type ? true : undefined}
                onChange={() => set('type', type.id)}
              />
              <span>{name(type.name)}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <Field label={say('submit.description')} hint={say('submit.descriptionHint')} error={errors.description}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={5}
            maxLength={8_000}
            value={values.description}
            onChange={(event) => set('description', event.target.value)}
          />
        )}
      </Field>
      <div className="pair">
        <Field label={say('submit.name')} error={errors.name}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="name"
              maxLength={60}
              value={values.name}
              onChange={(event) => set('name', event.target.value)}
            />
          )}
        </Field>
        <Field label={say('submit.contact')} hint={say('submit.contactHint')} error={errors.contact}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="tel"
              maxLength={120}
              value={values.contact}
              onChange={(event) => set('contact', event.target.value)}
            />
          )}
        </Field>
      </div>
      {(door.fields ?? []).map((field) => (
        <Question
          key={field.id}
          field={field}
          value={values.answers[field.id]}
          error={errors[field.id]}
          onChange={(answer) => set('answers', { ...values.answers, [field.id]: answer })}
        />
      ))}
      <FilePicker uploads={uploads} limitBytes={limitBytes} isLater />
      <p className="privacy">{say('submit.privacy')}</p>
      {count > 0 && <Notice tone="red">{say('error.summary', { count })}</Notice>}
      {failure !== null && count === 0 && <Problem error={failure} />}
      <Button type="submit" tone="primary" isBusy={isSending} busyText={say('submit.sending')}>
        {say('submit.send')}
      </Button>
    </form>
  );
}

function filesToSend({ items }: Uploads): File[] {
  return items.filter(({ status }) => status !== 'failed').map(({ file }) => file);
}

function firstInvalid(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
}
