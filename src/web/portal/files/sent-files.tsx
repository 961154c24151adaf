import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api, type PortalKey } from '../api.ts';
import { useSay } from '../language.ts';
import { Notice } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { ChosenFiles } from './file-picker.tsx';
import { useRequestUploads } from './use-request-uploads.ts';

/** Files that were chosen before the request had a number: uploaded now, and sent after it together. */
export function SentFiles({ access, files }: { access: PortalKey; files: readonly File[] }): ReactNode {
  const say = useSay();
  const uploads = useRequestUploads(access);
  const [isDone, setDone] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { add, clear, ids, isBusy, hasFailed } = uploads;
  useEffect(() => {
    add(files);
    return clear;
  }, [add, clear, files]);

  const send = () => {
    setFailure(null);
    api.message(access, '', ids).then(() => setDone(true), setFailure);
  };
  const isSending = useRef(false);
  const isReady = ids.length > 0 && !isBusy && !hasFailed;
  useEffect(() => {
    if (!isReady || isSending.current) return;
    isSending.current = true;
    send();
  });

  if (isDone) return <Notice tone="green">{say('files.sentDone')}</Notice>;
  return (
    <div className="sentFiles">
      <Notice tone={hasFailed ? 'amber' : 'teal'}>{say(hasFailed ? 'files.sentFailed' : 'files.sentSending')}</Notice>
      <ChosenFiles uploads={uploads} />
      {failure !== null && <Problem error={failure} onRetry={send} />}
    </div>
  );
}
