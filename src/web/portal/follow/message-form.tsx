import { type FormEvent, type ReactNode, useState } from 'react';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { FilePicker } from '../files/file-picker.tsx';
import { useRequestUploads } from '../files/use-request-uploads.ts';
import { keptDraft } from '../keep.ts';
import { useSay } from '../language.ts';
import { Button, Field } from '../parts.tsx';
import { Problem } from '../problem.tsx';

type Props = { access: PortalKey; onSent: (view: PortalView) => void };

export function MessageForm({ access, onSent }: Props): ReactNode {
  const say = useSay();
  const [message, setMessage] = useState(() => keptDraft.read<string>(access.number) ?? '');
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const write = (text: string) => {
    setMessage(text);
    setError(undefined);
    keptDraft.write(access.number, text === '' ? null : text);
  };
  const uploads = useRequestUploads(access);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    if (message.trim() === '' && uploads.ids.length === 0) return setError(say('error.message'));
    if (uploads.hasFailed || uploads.isBusy) return setError(say(uploads.hasFailed ? 'files.failed' : 'files.busy'));
    setBusy(true);
    try {
      onSent(await api.message(access, message.trim(), uploads.ids));
      write('');
      uploads.clear();
    } catch (caught) {
      setFailure(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="composer" noValidate onSubmit={send}>
      <Field label={say('message.label')} error={error}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={3}
            maxLength={8_000}
            placeholder={say('message.hint')}
            value={message}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <FilePicker uploads={uploads} />
      {failure !== null && <Problem error={failure} />}
      <Button type="submit" tone="primary" isBusy={isBusy} busyText={say('submit.sending')}>
        {say('message.send')}
      </Button>
    </form>
  );
}
